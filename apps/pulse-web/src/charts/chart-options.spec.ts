import { describe, expect, it } from '@jest/globals';
import { lonelyIndices, niceTop } from './chart-options.js';

describe('niceTop', () => {
  it.each([
    [0, 1],
    [0.9, 1],
    [3, 4],
    [100, 100],
    [10_001, 10_000],
    [11_000, 20_000],
    [86_000, 100_000],
  ])('is, for %p, %p', (value, top) => expect(niceTop(value)).toBe(top));
});

describe('lonelyIndices', () => {
  it('finds the values that no line leads to or from', () => {
    expect(lonelyIndices([1, null, 2, null, 3, 4, null, 5])).toEqual([0, 2, 7]);
  });
});
