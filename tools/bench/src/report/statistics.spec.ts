import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { median, medianRatio, quantile } from './statistics.js';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });

describe('quantile', () => {
  it('lies between the smallest and the largest value, and grows with the share', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const value = quantile(values, share);
        expect(value).toBeGreaterThanOrEqual(Math.min(...values));
        expect(value).toBeLessThanOrEqual(Math.max(...values));
        expect(value).toBeGreaterThanOrEqual(quantile(values, share / 2));
      }),
    );
  });

  it('does not depend on the order of the values', () => {
    fc.assert(fc.property(numbers, (values) => expect(quantile(values.toReversed(), 0.9)).toBe(quantile(values, 0.9))));
  });

  it('stands between neighbours by their distance', () => {
    expect(quantile([10, 20, 30, 40, 50], 0.99)).toBeCloseTo(49.6);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('is no number for no values', () => {
    expect(median([])).toBeNaN();
  });
});

describe('medianRatio', () => {
  it('compares within rounds, so that a disturbed round counts once', () => {
    expect(medianRatio([2, 40, 2], [1, 20, 1])).toBe(2);
    expect(medianRatio([2, 2, 200], [1, 1, 1])).toBe(2);
  });

  it('leaves out rounds that the other side does not have', () => {
    expect(medianRatio([3, 3, 100], [1, 1])).toBe(3);
  });
});
