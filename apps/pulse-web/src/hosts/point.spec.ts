import { describe, expect, it } from '@jest/globals';
import { makeSample } from '../testing/make-sample.js';
import { pointFromSample, pointsFromHistory } from './point.js';

const bucket = {
  cpuPercent: 10,
  cpuMaxPercent: 20,
  memoryPercent: 30,
  swapPercent: 0,
  diskPercent: 0,
  loadPerCore: 0.5,
  receivedBytesPerSecond: 7,
  sentBytesPerSecond: 8,
  sampleCount: 2,
};

describe('pointFromSample', () => {
  it('adds all interfaces up and turns memory into a share', () => {
    expect(pointFromSample(makeSample(5_000))).toEqual({
      time: 5_000,
      bucketMs: 0,
      cpuPercent: 40,
      corePercents: [30, 50],
      memoryPercent: 25,
      receivedBytesPerSecond: 15,
      sentBytesPerSecond: 3,
      loadOneMinute: 1,
      loadFiveMinutes: 2,
      loadFifteenMinutes: 3,
    });
  });
});

describe('pointsFromHistory', () => {
  it('puts a point into the middle of each bucket that holds samples', () => {
    const history = { from: new Date(10_000), bucketMs: 2_000, buckets: [bucket, null, bucket], cursor: 'a.1' };
    const points = pointsFromHistory(history, 4);
    expect(points.map(({ time }) => time)).toEqual([11_000, 15_000]);
    expect(points[0]).toMatchObject({ bucketMs: 2_000, cpuPercent: 10, corePercents: null, loadOneMinute: 2 });
  });
});
