import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser } from '@trunkline/example-runner';
import type { Browser, Page } from 'playwright-core';
import { chartFallsBehind, chartReaches, readCpuChart } from './chart-reading.js';
import { findChartLies } from './chart-truth.js';
import { readRows, readSampleTimes } from './database-reading.js';
import { PulseStack } from './pulse-stack.js';

const hostId = 'e2e-host';
// Longer than any pause of a busy machine between two samples, shorter than the holes that are made here.
const holeMs = 6_000;

let stack: PulseStack;
let browser: Browser;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  stack = await PulseStack.create();
  await stack.startServer();
  await stack.startAgent(hostId);
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 960 } });
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(stack.url);
  // Lost with a reload, so it tells whether there was one.
  await page.evaluate(() => Object.assign(window, { isStillTheSamePage: true }));
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

async function expectTrueChart(): Promise<void> {
  const chart = await readCpuChart(page);
  const stored = readSampleTimes(stack.databasePath, hostId, chart.from, chart.times.at(-1) ?? 0);
  expect(stored.length).toBeGreaterThan(2);
  expect(findChartLies(chart, stored, holeMs)).toEqual({ missing: [], hidden: [] });
}

async function expectSamePage(): Promise<void> {
  expect(await page.evaluate(() => 'isStillTheSamePage' in window)).toBe(true);
  expect(faults).toEqual([]);
}

const connection = (words: string | RegExp) => page.locator('[data-connection]').filter({ hasText: words });

describe('the page', () => {
  it('shows the host that reports, and its samples as they come', async () => {
    await page.getByRole('heading', { name: hostId }).waitFor();
    await connection('Live').waitFor();
    const { times } = await chartReaches(page, 0).then(() => readCpuChart(page));
    await chartReaches(page, (times.at(-1) ?? 0) + 1_500);
    await page.getByRole('table').getByRole('row').nth(1).waitFor();
    await expectTrueChart();
  });

  it('opens an alert by a rule made here, and brings its acknowledgement to the database', async () => {
    await page.getByRole('button', { name: 'Add rule' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add rule' }).click();
    await dialog.getByText('A rule needs a name.').waitFor();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Running at all');
    await dialog.getByRole('combobox', { name: 'When' }).click();
    await page.getByRole('option', { name: 'Memory' }).click();
    await dialog.getByRole('textbox', { name: 'Threshold' }).fill('0.1');
    await dialog.getByRole('textbox', { name: 'For at least' }).fill('0');
    await dialog.getByRole('button', { name: 'Add rule' }).click();
    await dialog.waitFor({ state: 'detached' });

    const alert = page.locator('[data-alert-id]').filter({ hasText: 'Running at all' });
    await alert.getByRole('button', { name: 'Acknowledge' }).click();
    await alert.getByText('seen by').waitFor();
    const rows = readRows(
      stack.databasePath,
      'SELECT acknowledged_at, acknowledged_by FROM alerts WHERE rule_name = ?',
      'Running at all',
    );
    expect(rows).toEqual([{ acknowledged_at: expect.any(Number), acknowledged_by: expect.any(String) }]);
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'survives a restart of the server by %s without a reload, and shows what was kept meanwhile',
    async (signal) => {
      await stack.stopServer(signal);
      await connection(/Connection lost\. Trying again (now…|in \d+ s)/).waitFor();
      await page.locator('.host-view--stale').waitFor();
      await chartFallsBehind(page, 3_000);
      await stack.startServer();
      const restartedAt = Date.now();
      await connection('Live').waitFor();
      await page.getByText(/Back after \d+ s\./).waitFor();
      await chartReaches(page, restartedAt + 2_000);
      await expectTrueChart();
      await expectSamePage();
    },
  );

  it('shows a stretch without samples as one', async () => {
    await stack.stopAgent(hostId);
    const stoppedAt = Date.now();
    await chartFallsBehind(page, holeMs + 2_000);
    await stack.startAgent(hostId);
    await chartReaches(page, stoppedAt + holeMs);
    await expectTrueChart();
    const { times, values } = await readCpuChart(page);
    const breakIndex = times.findIndex((time, index) => time > stoppedAt && values[index] === null);
    expect(breakIndex).toBeGreaterThan(0);
    await expectSamePage();
  });
});
