import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openBrowser } from '@trunkline/example-runner';
import type { Browser } from 'playwright-core';
import { PulseStack } from './pulse-stack.js';
import { takePictures, views } from './take-pictures.js';

const folder = fileURLToPath(new URL('../dist/e2e/', import.meta.url));
const hostName = 'picture-host';

let stack: PulseStack;
let browser: Browser;

beforeAll(async () => {
  stack = await PulseStack.create();
  await stack.startServer();
  await stack.startAgent(hostName);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe('the page in each view', () => {
  it('fits the screen without scrolling sideways, in the colours that the device asks for', async () => {
    await mkdir(folder, { recursive: true });
    const backgrounds: Record<string, string> = {};
    await takePictures(browser, stack.url, hostName, folder, async (page, view) => {
      const { contentWidth, screenWidth, background } = await page.evaluate(() => ({
        contentWidth: document.documentElement.scrollWidth,
        screenWidth: window.innerWidth,
        background: getComputedStyle(document.body).backgroundColor,
      }));
      expect({ view, contentWidth }).toEqual({ view, contentWidth: screenWidth });
      backgrounds[view] = background;
    });
    expect(backgrounds).toEqual({
      light: 'rgb(246, 247, 249)',
      dark: 'rgb(11, 13, 17)',
      phone: 'rgb(246, 247, 249)',
    });
    for (const view of Object.keys(views)) {
      expect((await stat(join(folder, `pulse-${view}.png`))).size).toBeGreaterThan(10_000);
    }
  });

  it('changes its colours at the press of a button, and remembers them', async () => {
    const page = await browser.newPage({ colorScheme: 'light' });
    await page.goto(stack.url);
    await page.getByRole('button', { name: 'Use the dark colours' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Use the light colours' }).waitFor();
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    await page.close();
  });
});
