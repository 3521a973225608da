import { afterEach, describe, expect, it } from '@jest/globals';
import { openBrowser, startProgram } from '@trunkline/example-runner';

describe('the shopping list', () => {
  const endings: (() => unknown)[] = [];

  afterEach(async () => {
    for (const end of endings.splice(0)) await end();
  });

  it('shows on every page what is added on one', async () => {
    const program = startProgram(new URL('./main.ts', import.meta.url));
    endings.push(() => program.stop());
    const [url = ''] = await program.saw(/http:\/\/localhost:\d+\//);
    const browser = await openBrowser();
    endings.unshift(() => browser.close());
    const [mine, yours] = await Promise.all([browser.newPage(), browser.newPage()]);
    await Promise.all([mine.goto(url), yours.goto(url)]);
    await yours.getByRole('heading', { name: '2 things to buy' }).waitFor();
    await yours.getByText('The connection is connected.').waitFor();

    await mine.getByLabel('Something else').fill('apples');
    await mine.getByRole('button').click();
    for (const page of [mine, yours]) {
      await page.getByRole('heading', { name: '3 things to buy' }).waitFor();
      await page.getByRole('listitem').filter({ hasText: 'apples' }).waitFor();
      expect(await page.getByRole('listitem').allTextContents()).toEqual(['bread', 'cheese', 'apples']);
    }
  }, 60_000);
});
