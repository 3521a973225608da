import { afterEach, describe, expect, it } from '@jest/globals';
import { type ShopServer, startShop } from '../testing/shop-server.js';
import { openRemote } from './open-remote.js';
import type { RemoteTarget } from './remote-target.js';

const contract = {
  compatibility: { trunkline: 1, contract: 'AbCdEfGhIjKlMnOpQrStU_', procedures: {} },
  discover: {
    openrpc: '1.4.0',
    'x-transformer': 'superjson',
    methods: [{ name: 'everything', 'x-kind': 'query' }],
  },
};
const wish = { hasSuperjson: undefined, wantsKinds: true, hasPositions: false };
const never = new AbortController().signal;

let server: ShopServer | undefined;

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

function targetOf(url: string): RemoteTarget {
  return { url, headers: {}, connectionParams: null, isStock: false, connectTimeoutMs: 5000 };
}

describe('openRemote', () => {
  it('learns from the server what there is, and how it writes payloads', async () => {
    server = await startShop({ isRich: true, contract });
    const remote = await openRemote(targetOf(server.url), wish, never);
    expect(remote).toMatchObject({ hasSuperjson: true, isTransformerKnown: true, list: { transformer: 'superjson' } });
    expect(await remote.client.query('everything', undefined, {})).toMatchObject({ at: new Date(0) });
    await remote.client.close();
  });

  it('knows nothing of a server that tells nothing, and asks for nothing that is said already', async () => {
    server = await startShop({ contract });
    const told = await openRemote(targetOf(server.url), { ...wish, hasSuperjson: false, wantsKinds: false }, never);
    expect(told).toMatchObject({ isTransformerKnown: true, list: undefined });
    await told.client.close();
    await server.stop();
    server = await startShop();
    const untold = await openRemote(targetOf(server.url), wish, never);
    expect(untold).toMatchObject({ hasSuperjson: false, isTransformerKnown: false, list: undefined });
    await untold.client.close();
  });

  it('rejects at once where nobody answers, or it is interrupted', async () => {
    await expect(openRemote(targetOf('ws://127.0.0.1:1/rpc'), wish, never)).rejects.toMatchObject({
      name: 'TrunklineError',
    });
    await expect(openRemote(targetOf('ws://127.0.0.1:1/rpc'), wish, AbortSignal.abort())).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });
});
