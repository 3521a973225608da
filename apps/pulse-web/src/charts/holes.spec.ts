import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawnTimes, findHoles, type Moment, reachOf } from './holes.js';

const at = (...times: number[]): Moment[] => times.map((time) => ({ time, bucketMs: 0 }));
const reachMs = 2_500;

describe('drawnTimes', () => {
  it('keeps every moment and puts an empty point into a hole', () => {
    expect(drawnTimes(at(1000, 2000, 9000), reachMs)).toEqual({
      times: [1000, 2000, 5500, 9000],
      momentIndices: [0, 1, null, 2],
    });
  });

  it('takes buckets side by side for whole, and an empty bucket between two for a hole', () => {
    const buckets = [5_000, 10_000, 20_000].map((time) => ({ time, bucketMs: 5_000 }));
    expect(drawnTimes(buckets, reachMs).momentIndices).toEqual([0, 1, null, 2]);
  });

  it('never loses a moment, ascends, and breaks the line exactly where neighbours are too far apart', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 100_000 }), { maxLength: 60 }), (times) => {
        const sorted = times.toSorted((a, b) => a - b);
        const drawn = drawnTimes(at(...sorted), reachMs);
        expect(drawn.momentIndices.filter((index) => index !== null)).toEqual(sorted.map((_, index) => index));
        expect(drawn.times.every((time, index) => index === 0 || time > (drawn.times[index - 1] ?? time))).toBe(true);
        const holeCount = sorted.filter((time, index) => time - (sorted[index - 1] ?? time) > reachMs).length;
        expect(drawn.momentIndices.filter((index) => index === null)).toHaveLength(holeCount);
      }),
    );
  });
});

describe('findHoles', () => {
  it('finds the holes before the first, between and after the last moment', () => {
    expect(findHoles(at(5_000, 6_000, 12_000), { from: 0, to: 20_000 }, reachMs)).toEqual([
      { from: 0, to: 5_000 },
      { from: 6_000, to: 12_000 },
      { from: 12_000, to: 20_000 },
    ]);
  });

  it('cuts a hole off where the range begins', () => {
    expect(findHoles(at(0, 10_000, 11_000), { from: 6_000, to: 12_000 }, reachMs)).toEqual([
      { from: 6_000, to: 10_000 },
    ]);
  });

  it('takes a range without moments for one hole', () => {
    expect(findHoles([], { from: 0, to: 9_000 }, reachMs)).toEqual([{ from: 0, to: 9_000 }]);
  });
});

describe('reachOf', () => {
  it('follows the usual step of the samples, whatever a hole between them measures', () => {
    expect(reachOf(at(0, 5_000, 10_000, 90_000, 95_000))).toBe(12_500);
  });

  it('is that of one sample a second where nothing is known', () => {
    expect(reachOf([])).toBe(2_500);
    expect(reachOf([{ time: 1, bucketMs: 6_000 }])).toBe(2_500);
  });
});
