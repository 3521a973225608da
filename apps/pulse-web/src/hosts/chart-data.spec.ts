import { describe, expect, it } from '@jest/globals';
import { drawnTimes } from '../charts/holes.js';
import { makeSample } from '../testing/make-sample.js';
import { chartColumns, pointAt } from './chart-data.js';
import { pointFromSample } from './point.js';

const points = [1_000, 2_000, 9_000].map((time) => pointFromSample(makeSample(time)));
const drawn = drawnTimes(points, 2_500);

describe('chartColumns', () => {
  it('gives each line its values, and null in a hole', () => {
    const columns = chartColumns(points, drawn, [
      (point) => point.cpuPercent,
      (point) => point.corePercents?.[1] ?? null,
    ]);
    expect(columns).toEqual([
      [1_000, 2_000, 5_500, 9_000],
      [40, 40, null, 40],
      [50, 50, null, 50],
    ]);
  });
});

describe('pointAt', () => {
  it('is the point under the pointer', () => expect(pointAt(points, drawn, 1)?.time).toBe(2_000));
  it('is the newest point while the pointer is elsewhere, or in a hole', () => {
    expect(pointAt(points, drawn, null)?.time).toBe(9_000);
    expect(pointAt(points, drawn, 2)?.time).toBe(9_000);
  });
});
