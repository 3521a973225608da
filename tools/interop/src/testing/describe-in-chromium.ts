import { afterEach, describe, expect, it } from '@jest/globals';
import { type ChromiumPage, openChromiumPage } from './chromium-page.js';

/**
 * What every package of React hooks has to do in a real browser. The page shows the notes as a list, adds "second" by a
 * button, and shows the error of `missing`, and the state and the last number of `onNote`, as text.
 *
 * @param name of the package with the hooks.
 * @param page its page.
 */
export function describeInChromium(name: string, page: URL): void {
  describe(`The hooks of ${name} over the link, in Chromium, with @trpc/client ${String(Reflect.get(globalThis, 'trpcVersion'))}`, () => {
    let open: ChromiumPage | undefined;

    afterEach(async () => {
      await open?.close();
      open = undefined;
    });

    it('read, change, fail, follow a subscription, and go on with it after a loss', async () => {
      open = await openChromiumPage(page, String(Reflect.get(globalThis, 'trpcWorkspace')));
      const { page: tab, log } = open;
      await tab.getByText('missing: There is no such note.').waitFor();
      await tab.getByText('note 1, pending').waitFor();
      expect(await tab.getByRole('listitem').allTextContents()).toEqual(['first']);
      await tab.getByRole('button').click();
      await tab.getByRole('listitem').filter({ hasText: 'second' }).waitFor();
      expect(log.notes).toEqual(['first', 'second']);
      open.cut();
      await tab.getByText('lost once').waitFor();
      await tab.getByText('note 1, pending').waitFor();
      await tab.getByRole('button').click();
      await tab.getByRole('listitem').nth(2).waitFor();
    }, 60_000);
  });
}
