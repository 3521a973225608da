import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalLine } from './canonical.js';
import { isSameJson, isSameJsonText } from './same-json.js';

// Few names and values, so that many pairs are the same or nearly so.
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(0, 1, 'a', null, true),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'constructor'), fc.oneof(tie('value'), fc.constant(undefined)), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  ),
}));
const pair = fc.oneof(
  fc.tuple(value, value),
  value.map((one) => [one, structuredClone(one)]),
);

describe('isSameJson', () => {
  it('is so where the canonical texts are the same', () => {
    fc.assert(
      fc.property(pair, ([left, right]) => {
        expect(isSameJson(left, right)).toBe(canonicalLine(left) === canonicalLine(right));
      }),
      { numRuns: 500 },
    );
  });
});

describe('isSameJsonText', () => {
  it('is so where JSON writes the same', () => {
    expect(isSameJsonText({ a: 1, b: [2] }, { a: 1, b: [2] })).toBe(true);
    expect(isSameJsonText({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(false);
    fc.assert(
      fc.property(pair, ([left, right]) => {
        const isSaid = isSameJsonText(left, right);
        expect(!isSaid || JSON.stringify(left) === JSON.stringify(right)).toBe(true);
      }),
    );
  });
});
