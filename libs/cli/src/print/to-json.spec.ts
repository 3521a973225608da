import { describe, expect, it } from '@jest/globals';
import { toJson } from './to-json.js';

describe('toJson', () => {
  it.each<[unknown, string]>([
    [undefined, 'null'],
    [new Date(0), '"1970-01-01T00:00:00.000Z"'],
    [new Date(Number.NaN), 'null'],
    [3n, '"3"'],
    [new Map([['a', 1n]]), '{"a":"1"}'],
    [new Map([[1, 'a']]), '[[1,"a"]]'],
    [new Set(['a']), '["a"]'],
    [new Uint8Array([1, 2]), '"AQI="'],
    [/a/gu, '"/a/gu"'],
    [new URL('http://a/'), '"http://a/"'],
    [{ a: undefined, b: [undefined] }, '{"b":[null]}'],
  ])('prints %p as %s', (value, text) => {
    expect(toJson(value)).toBe(text);
  });

  it('prints what contains itself, and an error with what it says', () => {
    const ring: Record<string, unknown> = {};
    ring['self'] = ring;
    expect(toJson(ring)).toBe('{"self":"[circular]"}');
    expect(JSON.parse(toJson(new RangeError('No.')))).toMatchObject({ name: 'RangeError', message: 'No.' });
  });
});
