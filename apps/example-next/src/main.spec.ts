import { afterEach, describe, expect, it } from '@jest/globals';
import { openBrowser, startProgram } from '@trunkline/example-runner';

describe('the votes on a custom server of Next.js', () => {
  const endings: (() => unknown)[] = [];

  afterEach(async () => {
    for (const end of endings.splice(0)) await end();
  });

  it('share their port with the pages and with the reloads of the development server', async () => {
    const program = startProgram(new URL('./main.ts', import.meta.url), {}, []);
    endings.push(() => program.stop('SIGTERM'));
    const [url = ''] = await program.saw(/http:\/\/localhost:\d+\//);
    const browser = await openBrowser();
    endings.unshift(() => browser.close());
    const page = await browser.newPage();
    const reloads = page.waitForEvent('console', { predicate: (message) => message.text() === '[HMR] connected' });
    await page.goto(url);
    await page.getByRole('button', { name: '0 votes' }).click();
    await page.getByRole('button', { name: '1 votes' }).waitFor();
    await reloads;
    const other = await browser.newPage();
    await other.goto(url);
    await other.getByRole('button', { name: '1 votes' }).click();
    await page.getByRole('button', { name: '2 votes' }).waitFor();
    expect(await program.stop('SIGTERM')).toBe(0);
  }, 90_000);
});
