import { describe, expect, it } from '@jest/globals';
import { findChartLies } from './chart-truth.js';

const chart = { times: [1_000, 2_000, 6_000, 10_000], values: [1, 1, null, 1], from: 0, to: 11_000 };

describe('findChartLies', () => {
  it('finds nothing wrong with a chart that shows each sample and each hole', () => {
    expect(findChartLies(chart, [1_000, 2_000, 10_000], 5_000)).toEqual({ missing: [], hidden: [] });
  });

  it('finds a sample that is not shown', () => {
    expect(findChartLies(chart, [1_000, 1_500], 5_000).missing).toEqual([1_500]);
  });

  it('finds a hole that a line leads across', () => {
    const joined = { ...chart, times: [1_000, 2_000, 10_000], values: [1, 1, 1] };
    expect(findChartLies(joined, [1_000, 2_000, 10_000], 5_000).hidden).toEqual([{ from: 2_000, to: 10_000 }]);
  });
});
