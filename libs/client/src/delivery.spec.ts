import { afterEach, describe, expect, it } from '@jest/globals';
import superjson from 'superjson';
import { createClient } from './create-client.js';
import { stock } from './dialect/stock.js';
import { trunkline } from './dialect/trunkline.js';
import { TrunklineError } from './errors/trunkline-error.js';
import { settled } from './testing/scripted-server.js';
import type { Shop } from './testing/shop.js';
import { type ShopServer, startStockShop, startTrunklineShop } from './testing/shop-server.js';
import { until } from './testing/until.js';

const CALL_COUNT = 400;

describe.each([
  { pairing: 'trunkline() and our server', dialect: trunkline, start: startTrunklineShop },
  { pairing: "stock() and tRPC's server", dialect: stock, start: startStockShop },
])('calls between $pairing while the connection is cut again and again', ({ dialect, start }) => {
  let end: () => Promise<void>;

  afterEach(() => end());

  it('run once at most, and each caller is told the truth', async () => {
    const server: ShopServer = await start();
    const client = createClient<Shop>({
      url: server.url,
      dialect: dialect(),
      transformer: superjson,
      reconnect: { firstDelayMs: 2, maxDelayMs: 4 },
    });
    end = async () => {
      await client.close({ timeoutMs: 0 });
      await server.stop();
    };
    const outcomes = new Map<number, string>();
    const reads: Promise<unknown>[] = [];
    for (let number = 0; number < CALL_COUNT; number += 1) {
      client.orders.add.mutate(number).then(
        () => outcomes.set(number, 'done'),
        (error: unknown) => outcomes.set(number, error instanceof TrunklineError ? error.outcome : 'unknown'),
      );
      reads.push(client.orders.byId.query({ id: number }));
      // Cuts fall before, between and after what the server reads.
      for (let turn = 0; turn < number % 4; turn += 1) await settled();
      if (number % 13 === 7) server.cut();
      if (number % 29 === 11) await client.whoAmI.query();
    }
    expect(await Promise.all(reads)).toHaveLength(CALL_COUNT);
    await until(() => outcomes.size === CALL_COUNT);

    const { added } = server.log;
    const ran = new Set(added);
    expect(added).toHaveLength(ran.size);
    const done = [...outcomes.keys()].filter((number) => outcomes.get(number) === 'done');
    expect(done.filter((number) => !ran.has(number))).toEqual([]);
    expect(done.length).toBeGreaterThan(CALL_COUNT / 4);
    // With keys the answer is learned on the next connection, but of what left before the first welcome.
    for (const outcome of outcomes.values()) expect(['done', 'connection-lost']).toContain(outcome);
    if (dialect === trunkline) expect(done.length).toBeGreaterThan(CALL_COUNT * 0.9);
  });
});
