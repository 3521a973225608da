import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { planBuckets, spreadBuckets } from './history-buckets.js';

describe('planBuckets', () => {
  it('cuts a quarter of an hour for 300 points into buckets of whole seconds', () => {
    const toMs = Date.UTC(2026, 0, 1, 12);
    expect(planBuckets(toMs - 900_000, toMs, 300)).toEqual({
      fromMs: toMs - 900_000,
      bucketMs: 4_000,
      bucketCount: 225,
    });
  });

  it('covers the window with no more buckets than asked for, cut at multiples of their width', () => {
    const moment = fc.integer({ min: 0, max: Date.UTC(2100, 0) });
    fc.assert(
      fc.property(
        moment,
        fc.integer({ min: 1, max: 1e10 }),
        fc.integer({ min: 2, max: 2_000 }),
        (fromMs, spanMs, maxPoints) => {
          const plan = planBuckets(fromMs, fromMs + spanMs, maxPoints);
          expect(plan.bucketCount).toBeGreaterThan(0);
          expect(plan.bucketCount).toBeLessThanOrEqual(maxPoints);
          expect(plan.bucketMs).toBeGreaterThanOrEqual(2_000);
          expect(plan.fromMs % plan.bucketMs).toBe(0);
          expect(plan.fromMs).toBeLessThanOrEqual(fromMs);
          expect(plan.fromMs + plan.bucketCount * plan.bucketMs).toBeGreaterThanOrEqual(fromMs + spanMs);
        },
      ),
    );
  });

  it('cuts at the same places a moment later', () => {
    const toMs = Date.UTC(2026, 0, 1, 12);
    const first = planBuckets(toMs - 900_000, toMs, 300);
    const second = planBuckets(toMs - 899_000, toMs + 1_000, 300);
    expect((second.fromMs - first.fromMs) % first.bucketMs).toBe(0);
  });
});

describe('spreadBuckets', () => {
  it('leaves null where no row came', () => {
    const rows = [
      { bucket: 0, values: 'a' },
      { bucket: 3, values: 'b' },
    ];
    expect(spreadBuckets(rows, 5)).toEqual(['a', null, null, 'b', null]);
  });
});
