import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { PayloadFailure } from './payload-failure.js';
import { createPlainCodec } from './plain-codec.js';

const runCount = Number(process.env['FUZZ_RUNS'] ?? 500);
const codec = createPlainCodec();

function travel(value: unknown): unknown {
  const text = codec.encode(value);
  if (text instanceof PayloadFailure) return text;
  return codec.decode(text === undefined ? undefined : JSON.parse(text));
}

describe('createPlainCodec', () => {
  it(
    'is JSON.stringify and JSON.parse for whatever has a JSON form',
    () => {
      const value = fc.anything({ withDate: true, withNullPrototype: true, withMap: true, withSparseArray: true });
      fc.assert(
        fc.property(value, (each) => {
          const text: string | undefined = JSON.stringify(each);
          expect(travel(each)).toEqual(text === undefined ? undefined : JSON.parse(text));
        }),
        { numRuns: runCount },
      );
    },
    5_000 + runCount * 10,
  );

  it('sends dates as ISO strings, drops undefined members, and nulls undefined items', () => {
    expect(codec.encode({ at: new Date(0), gone: undefined, items: [undefined, 1], f: () => 1 })).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","items":[null,1]}',
    );
  });

  it('has nothing to send for undefined, and reads an absent member as undefined', () => {
    expect(codec.encode(undefined)).toBeUndefined();
    expect(codec.encode({ toJSON: () => undefined })).toBeUndefined();
    expect(codec.decode(undefined)).toBeUndefined();
  });

  it('hands the wire value on without a copy', () => {
    const wire = { a: [1] };
    expect(codec.decode(wire)).toBe(wire);
  });

  it.each([
    ['a function', () => 1, 'a function has no JSON form'],
    ['a symbol', Symbol('s'), 'a symbol has no JSON form'],
    ['a bigint', { total: 1n }, 'total: a bigint has no JSON form; use a transformer such as superjson'],
  ])('answers with a failure for %s', (_name, value, message) => {
    const failure = codec.encode(value);
    expect(failure).toBeInstanceOf(PayloadFailure);
    expect(failure).toHaveProperty('message', message);
  });
});
