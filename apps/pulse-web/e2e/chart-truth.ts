import type { ChartReading } from './chart-reading.js';

/** What is wrong with a chart, compared with the times of the samples that the database holds. Both lists are empty when all is right. */
export interface ChartLies {
  /** Samples in the database that the chart does not show. */
  readonly missing: readonly number[];
  /** Holes longer than `holeMs` that a line is drawn across. */
  readonly hidden: readonly { readonly from: number; readonly to: number }[];
}

export function findChartLies(chart: ChartReading, storedTimes: readonly number[], holeMs: number): ChartLies {
  const shown = new Set(chart.times.filter((_, index) => chart.values[index] !== null));
  const breaks = chart.times.filter((_, index) => chart.values[index] === null);
  const hidden = storedTimes.flatMap((to, index) => {
    const from = storedTimes[index - 1];
    if (from === undefined || to - from <= holeMs) return [];
    return breaks.some((time) => time > from && time < to) ? [] : [{ from, to }];
  });
  return { missing: storedTimes.filter((time) => !shown.has(time)), hidden };
}
