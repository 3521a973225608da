import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exactJson, sayableJson } from './exact-json.js';

describe('exactJson', () => {
  it('says every JSON value as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const json: unknown = JSON.parse(JSON.stringify(value));
        expect(exactJson(json)).toStrictEqual(json);
      }),
    );
  });

  it.each([
    [undefined],
    [new Date(0)],
    [1n],
    [Number.NaN],
    [-0],
    [new Map()],
    [{ a: undefined }],
    [{ a: [() => 1] }],
    [[undefined]],
  ])('does not say %p', (value) => expect(exactJson(value)).toBeUndefined());

  it('does not say what has no end', () => {
    const endless: Record<string, unknown> = {};
    endless['self'] = endless;
    expect(exactJson(endless)).toBeUndefined();
  });
});

describe('sayableJson', () => {
  it('leaves out what JSON cannot say', () => {
    expect(sayableJson({ a: 1, b: () => 1, c: { d: new Date(0), e: [1] }, f: [1n] })).toEqual({ a: 1, c: { e: [1] } });
  });

  it('has nothing where nothing is left, and an empty object where there was nothing', () => {
    expect(sayableJson({ a: () => 1 })).toBeUndefined();
    expect(sayableJson({})).toEqual({});
  });
});
