import { afterEach, describe, expect, it } from '@jest/globals';
import { openBrowser, startProgram } from '@trunkline/example-runner';

describe('the page', () => {
  const endings: (() => unknown)[] = [];

  afterEach(async () => {
    for (const end of endings.splice(0)) await end();
  });

  it('greets, shows the clock, and comes back when the server does', async () => {
    const main = new URL('./main.ts', import.meta.url);
    const first = startProgram(main);
    endings.push(() => first.stop());
    const [url = '', port = ''] = await first.saw(/http:\/\/localhost:(\d+)\//);
    const browser = await openBrowser();
    endings.unshift(() => browser.close());
    const page = await browser.newPage();
    await page.goto(url);

    await page.locator('#state', { hasText: 'connected' }).waitFor();
    await page.locator('#clock', { hasText: /\d+:\d\d/ }).waitFor();
    await page.getByRole('button').click();
    await page.locator('#greeting', { hasText: 'Hello Ada' }).waitFor();

    expect(await first.stop()).toBe(0);
    await page.locator('#state', { hasText: /waiting|connecting/ }).waitFor();
    const second = startProgram(main, { PORT: port });
    endings.push(() => second.stop());
    await second.saw(/The page is at/);
    await page.getByLabel('Your name').fill('Grace');
    await page.getByRole('button').click();
    await page.locator('#greeting', { hasText: 'Hello Grace' }).waitFor();
  }, 60_000);
});
