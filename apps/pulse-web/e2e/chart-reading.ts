import type { Page } from 'playwright-core';
import type { ChartElement } from '../src/charts/time-chart.js';

/** What the CPU chart draws: its points, null values where the line breaks, and the range of its time axis. */
export interface ChartReading {
  readonly times: readonly number[];
  readonly values: readonly (number | null)[];
  readonly from: number;
  readonly to: number;
}

export async function readCpuChart(page: Page): Promise<ChartReading> {
  return page.getByRole('img', { name: 'CPU over time' }).evaluate((element: ChartElement) => {
    const { plot } = element;
    if (!plot) throw new Error('The CPU chart has no plot.');
    const { min, max } = plot.scales['x'] ?? {};
    const values = plot.data.at(-1) ?? [];
    return {
      times: [...plot.data[0]],
      values: Array.from(values, (value) => value ?? null),
      from: min ?? 0,
      to: max ?? 0,
    };
  });
}

/** Settles once the CPU chart shows a sample taken after `time`, in epoch milliseconds. */
export async function chartReaches(page: Page, time: number): Promise<void> {
  await page.waitForFunction((earliest) => {
    const element = document.querySelector<ChartElement>('[aria-label="CPU over time"]');
    return (element?.plot?.data[0].at(-1) ?? 0) > earliest;
  }, time);
}

/** Settles once the newest sample of the CPU chart lies more than `distanceMs` behind the right edge. */
export async function chartFallsBehind(page: Page, distanceMs: number): Promise<void> {
  await page.waitForFunction((distance) => {
    const element = document.querySelector<ChartElement>('[aria-label="CPU over time"]');
    const plot = element?.plot;
    return (plot?.scales['x']?.max ?? 0) - (plot?.data[0].at(-1) ?? 0) > distance;
  }, distanceMs);
}
