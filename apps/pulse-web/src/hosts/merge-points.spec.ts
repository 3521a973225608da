import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinHistory, mergePoints, pointsSince } from './merge-points.js';

const at = (...times: number[]) => times.map((time) => ({ time, bucketMs: 0 }));
const timesOf = (points: readonly { readonly time: number }[]) => points.map(({ time }) => time);

describe('mergePoints', () => {
  it('holds each moment once, ascending, whatever the order of arrival', () => {
    const times = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(times, { maxLength: 6 }), (batches) => {
        const merged = batches.reduce((points, batch) => mergePoints(points, at(...batch), 100), at());
        expect(timesOf(merged)).toEqual([...new Set(batches.flat())].toSorted((a, b) => a - b));
      }),
    );
  });

  it('fills in what comes late at its own place', () => {
    expect(timesOf(mergePoints(at(1, 2, 6), at(3, 4), 10))).toEqual([1, 2, 3, 4, 6]);
  });

  it('keeps the newest when there are too many', () => {
    expect(timesOf(mergePoints(at(1, 2, 3), at(4, 5), 3))).toEqual([3, 4, 5]);
  });
});

describe('joinHistory', () => {
  it('gives way to live points from the first of them on', () => {
    expect(timesOf(joinHistory(at(1, 3, 5), at(4, 6)))).toEqual([1, 3, 4, 6]);
  });

  it('is the history alone while nothing came live', () => {
    expect(timesOf(joinHistory(at(1, 3), at()))).toEqual([1, 3]);
  });
});

describe('pointsSince', () => {
  it('keeps one point before the range, so that its line reaches the edge', () => {
    expect(timesOf(pointsSince(at(1, 2, 3, 4), 3))).toEqual([2, 3, 4]);
    expect(timesOf(pointsSince(at(1, 2), 9))).toEqual([2]);
  });
});
