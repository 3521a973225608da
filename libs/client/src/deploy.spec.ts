import { expect, it } from '@jest/globals';
import superjson from 'superjson';
import { createClient } from './create-client.js';
import type { Shop } from './testing/shop.js';
import { startTrunklineShop } from './testing/shop-server.js';
import { until } from './testing/until.js';

it('loses no call to a server that is asked to leave', async () => {
  const server = await startTrunklineShop();
  const client = createClient<Shop>({ url: server.url, transformer: superjson, reconnect: { firstDelayMs: 10 } });
  try {
    const slow = client.slow.query();
    await until(() => server.log.slowCount === 1);
    const left = server.leave();
    const before = server.readBytes();
    const added = client.orders.add.mutate(7);
    await until(() => server.readBytes() > before);
    server.log.finishSlow();
    expect(await slow).toBe('finished');
    await left;
    const next = await startTrunklineShop(Number(new URL(server.url).port));
    try {
      expect(await added).toBe(1);
      expect([server.log.added, next.log.added]).toEqual([[], [7]]);
    } finally {
      await client.close();
      await next.stop();
    }
  } finally {
    await client.close();
    await server.stop();
  }
});

it('runs a mutation once that was on its way while the server closed', async () => {
  const server = await startTrunklineShop();
  const client = createClient<Shop>({ url: server.url, transformer: superjson, reconnect: { firstDelayMs: 10 } });
  try {
    await client.whoAmI.query();
    server.freeze();
    const added = client.orders.add.mutate(7);
    const states: string[] = [];
    client.onStateChange(({ name }) => states.push(name));
    const left = server.leave();
    await until(() => states.includes('waiting'));
    await left;
    const next = await startTrunklineShop(Number(new URL(server.url).port));
    try {
      expect(await added).toBe(1);
      expect([server.log.added, next.log.added]).toEqual([[], [7]]);
    } finally {
      await client.close();
      await next.stop();
    }
  } finally {
    await client.close();
    await server.stop();
  }
});
