import { describe, expect, it } from '@jest/globals';
import type { NumberNode } from '../../contract/type-node.js';
import { isNumberOf, isNumberWithin } from './number-range.js';

type Bounds = Partial<NumberNode>;
const cases: readonly (readonly [Bounds, Bounds, boolean])[] = [
  [{}, {}, true],
  [{ minimum: 1 }, {}, true],
  [{}, { minimum: 1 }, false],
  [{ minimum: 1, maximum: 2 }, { minimum: 1, maximum: 2 }, true],
  [{ minimum: 1 }, { exclusiveMinimum: 1 }, false],
  [{ exclusiveMinimum: 1 }, { minimum: 1 }, true],
  [{ exclusiveMaximum: 1 }, { maximum: 1 }, true],
  [{ maximum: 1 }, { exclusiveMaximum: 1 }, false],
  [{ integer: true, exclusiveMinimum: 0 }, { minimum: 1 }, true],
  [{ integer: true, exclusiveMaximum: 3 }, { maximum: 2 }, true],
  [{ integer: true, minimum: 0.5 }, { minimum: 1 }, true],
  [{ integer: true }, {}, true],
  [{}, { integer: true }, false],
  [{ multipleOf: 2 }, { integer: true }, true],
  [{ multipleOf: 0.5 }, { integer: true }, false],
  [{ multipleOf: 10 }, { multipleOf: 5 }, true],
  [{ multipleOf: 5 }, { multipleOf: 10 }, false],
  [{ multipleOf: 0.1 }, { multipleOf: 0.1 }, true],
  [{ minimum: 5, exclusiveMinimum: 1 }, { minimum: 5 }, true],
  [{ minimum: 1, exclusiveMinimum: 5 }, { minimum: 5 }, true],
];

describe('isNumberWithin', () => {
  it.each(cases)('says of %j and %j: %j', (sent, expected, isWithin) => {
    expect(isNumberWithin({ kind: 'number', ...sent }, { kind: 'number', ...expected })).toBe(isWithin);
  });
});

describe('isNumberOf', () => {
  it.each([
    [1, { minimum: 1 }, true],
    [1, { exclusiveMinimum: 1 }, false],
    [1, { maximum: 1 }, true],
    [1, { exclusiveMaximum: 1 }, false],
    [1.5, { integer: true }, false],
    [4, { multipleOf: 2 }, true],
    [3, { multipleOf: 2 }, false],
    [0, { multipleOf: 2 }, true],
  ] as const)('says of %j and %j: %j', (value, bounds, isOf) => {
    expect(isNumberOf(value, { kind: 'number', ...bounds })).toBe(isOf);
  });
});
