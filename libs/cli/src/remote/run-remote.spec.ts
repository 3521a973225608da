import { afterEach, describe, expect, it } from '@jest/globals';
import { FakeTerminal } from '../testing/fake-terminal.js';
import { type ShopServer, startShop } from '../testing/shop-server.js';
import { runRemote } from './run-remote.js';

let server: ShopServer;

afterEach(() => server.stop());

const use = (url: string, signal = new AbortController().signal) => ({
  target: { url, headers: {}, connectionParams: null, isStock: false, connectTimeoutMs: 5000 },
  wish: { hasSuperjson: false, wantsKinds: false, hasPositions: false },
  hasInput: false,
  signal,
});

describe('runRemote', () => {
  it('leaves the server whatever becomes of the work', async () => {
    server = await startShop();
    const terminal = new FakeTerminal();
    await expect(runRemote(use(server.url), terminal, () => Promise.reject(new RangeError('a bug')))).rejects.toThrow(
      'a bug',
    );
    await runRemote(
      use(server.url),
      terminal,
      async ({ client }) => void (await client.query('orders.missing', 1, {})),
    );
    expect(terminal.exitCode).toBe(3);
    expect(terminal.stderr.text).toContain('NOT_FOUND');
  });

  it('tells nobody that it was interrupted who did it', async () => {
    server = await startShop();
    const terminal = new FakeTerminal();
    await runRemote(use(server.url, AbortSignal.abort()), terminal, () => Promise.resolve());
    expect(terminal.exitCode).toBe(130);
    expect(terminal.stderr.text).toBe('');
  });
});
