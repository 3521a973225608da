import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chartReaches } from './chart-reading.js';

const desk = { viewport: { width: 1440, height: 940 }, deviceScaleFactor: 1.25 };

/** The views that pictures are taken of. */
export const views: Record<'light' | 'dark' | 'phone', BrowserContextOptions> = {
  light: { ...desk, colorScheme: 'light' },
  dark: { ...desk, colorScheme: 'dark' },
  phone: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    colorScheme: 'light',
  },
};

/** Takes one picture for each view into `folder`, of the host that is named, once live samples of it are drawn. */
export async function takePictures(
  browser: Browser,
  url: string,
  hostName: string,
  folder: string,
  look: (page: Page, view: string) => Promise<void> = async () => {},
): Promise<void> {
  for (const [view, options] of Object.entries(views)) {
    const page = await browser.newPage(options);
    await page.goto(url);
    await page.getByRole('button', { name: hostName }).first().click();
    await page.getByRole('heading', { name: hostName }).waitFor();
    const openedAt = Date.now();
    await chartReaches(page, openedAt);
    await look(page, view);
    await page.screenshot({ path: join(folder, `pulse-${view}.png`) });
    await page.close();
  }
}
