// Makes the pictures of the README from real data: npx tsx e2e/take-screenshot.ts [minutes], after a build of the page.
// Four agents report this machine under names of their own; one pauses on the way and one goes silent before the end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openBrowser } from '@trunkline/example-runner';
import { PulseStack } from './pulse-stack.js';
import { takePictures } from './take-pictures.js';

const folder = fileURLToPath(new URL('../../../docs/images/', import.meta.url));
const endAt = Date.now() + Number(process.argv[2] ?? 5) * 60_000;

/** Keeps one core busy for a while, because a machine at rest makes a dull chart. */
async function work(durationMs: number): Promise<void> {
  const child = spawn(process.execPath, ['-e', `const end = Date.now() + ${durationMs}; while (Date.now() < end);`]);
  await once(child, 'exit');
}

async function runMachine(stack: PulseStack): Promise<void> {
  for (let round = 0; Date.now() < endAt - 45_000; round += 1) {
    await Promise.all(round % 3 === 1 ? [work(6_000), work(9_000)] : [work(4_000 + (round % 4) * 2_000)]);
    if (round === 4) {
      await stack.stopAgent('web-1');
      await delay(14_000);
      await stack.startAgent('web-1');
    }
    await delay(5_000 + (round % 3) * 3_000);
  }
  await stack.stopAgent('edge-1');
  await delay(Math.max(0, endAt - Date.now()));
}

/** Leaves two alerts open at most, as on a day on which somebody looks. */
async function acknowledgeMost(url: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByRole('heading', { name: 'Rules' }).waitFor();
  const buttons = page.getByRole('button', { name: 'Acknowledge' });
  for (let count = await buttons.count(); count > 2; count -= 1) {
    await buttons.last().click();
    await page.waitForFunction((most) => document.querySelectorAll('[data-alert-state=open]').length < most, count);
  }
  await page.close();
}

const stack = await PulseStack.create();
const browser = await openBrowser();
try {
  await stack.startServer();
  for (const name of ['db-1', 'edge-1', 'web-1', 'web-2']) await stack.startAgent(name);
  await runMachine(stack);
  await acknowledgeMost(stack.url);
  await mkdir(folder, { recursive: true });
  await takePictures(browser, stack.url, 'web-1', folder);
} finally {
  await browser.close();
  await stack.stop();
}
