import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ShopServer, startShop } from '../testing/shop-server.js';
import { RemoteClient } from './remote-client.js';

let server: ShopServer;
let client: RemoteClient;
const never = new AbortController().signal;

beforeEach(async () => {
  server = await startShop();
  const target = { url: server.url, headers: {}, connectionParams: null, isStock: false, connectTimeoutMs: 5000 };
  client = new RemoteClient(target, { hasSuperjson: false, hasPositions: false });
});

afterEach(async () => {
  await client.close();
  await server.stop();
});

describe('RemoteClient', () => {
  it('calls any path, also one named like a method of the client', async () => {
    await client.connect(never);
    expect(await client.query('orders.byId', { id: 1 }, {})).toEqual({ id: 1, item: 'tea' });
    expect(await client.mutate('orders.add', 3, {})).toBe(1);
    await expect(client.query('close', undefined, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('reads events with what happens between them', async () => {
    const items: unknown[] = [];
    for await (const item of client.subscribe('count', { to: 2 }, never)) items.push(item);
    expect(items).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'data', data: { number: 2 } })]));
  });

  it('knows of no document where the server has none', async () => {
    expect(await client.discover(never)).toBeUndefined();
  });
});
