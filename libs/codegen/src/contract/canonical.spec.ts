import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalLine, printCanonical } from './canonical.js';

describe('printCanonical', () => {
  it('says the same value that it was given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(printCanonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is the same for members in any order', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const turned = Object.fromEntries(Object.entries(record).toReversed());
        expect(printCanonical(turned)).toBe(printCanonical(record));
        expect(canonicalLine(turned)).toBe(canonicalLine(record));
      }),
    );
  });

  it('puts what fits in 120 columns in one line and breaks what does not', () => {
    const long = 'x'.repeat(70);
    expect(printCanonical({ b: [1, 2], a: { kind: 'string' } })).toBe('{ "a": { "kind": "string" }, "b": [1, 2] }\n');
    expect(printCanonical({ one: long, two: long })).toBe(`{\n  "one": "${long}",\n  "two": "${long}"\n}\n`);
  });

  it('leaves out members that are undefined', () => {
    expect(printCanonical({ a: undefined, b: {} })).toBe('{ "b": {} }\n');
  });
});

describe('canonicalLine', () => {
  it('says the same value as JSON does, in one line', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalLine(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(canonicalLine({ b: [undefined, 'a\n'], a: undefined, 10: 1, 9: null })).toBe(
      '{"10":1,"9":null,"b":[null,"a\\n"]}',
    );
  });
});
