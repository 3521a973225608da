import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient, type SubscriptionItem, type TrunklineClient } from '@trunkline/client';
import { createServer, type TrunklineServer } from '@trunkline/server';
import { createMemoryTransport, FakeClock, FakeServerClock, type MemoryTransport } from '@trunkline/testing';
import { type ChaosRouter, createChaosRouter } from './chaos-router.js';
import { ChaosWorld } from './chaos-world.js';
import { observedOf } from './native-chaos-client.js';

describe('a router with a client in memory', () => {
  let world: ChaosWorld;
  let server: TrunklineServer;
  let transport: MemoryTransport;
  let clock: FakeClock;
  let client: TrunklineClient<ChaosRouter>;

  beforeEach(() => {
    world = new ChaosWorld();
    server = createServer({
      router: createChaosRouter(world),
      createContext: () => ({ user: 'ada', expiresAt: null }),
      clock: new FakeServerClock(),
    });
    transport = createMemoryTransport();
    transport.serve(server);
    clock = new FakeClock();
    client = createClient<ChaosRouter>({ url: transport.url, WebSocket: transport.WebSocket, clock });
  });

  afterEach(async () => {
    const closed = Promise.all([client.close({ timeoutMs: 0 }), server.close({ timeoutMs: 0 })]);
    await transport.settled();
    clock.advance(10_000);
    await closed;
  });

  it('answers calls', async () => {
    world.publish('ticks');
    await expect(client.last.query()).resolves.toBe(1);
    expect([transport.connectionCount, server.connectionCount]).toEqual([1, 1]);
  });

  it('streams, and comes back from a cut as soon as the clock is moved', async () => {
    const seen: string[] = [];
    const stop = new AbortController();
    const read = async (items: AsyncIterable<SubscriptionItem<unknown>>): Promise<void> => {
      for await (const item of items) seen.push(show(item));
    };
    const reading = read(client.orders.subscribe(undefined, { status: true, signal: stop.signal }));
    await transport.settled();
    world.publish('orders');
    await transport.settled();
    transport.cut();
    await transport.settled();
    world.publish('orders');
    clock.advance(1000);
    await transport.settled();
    expect(seen).toEqual(['live fresh', 'event 1', 'interrupted', 'live recovered', 'event 2']);
    stop.abort();
    await reading;
  });

  it('lets a client notice silence by its own clock', async () => {
    await client.connect();
    const answer = client.last.query();
    transport.freeze();
    await transport.settled();
    clock.advance(2500);
    clock.advance(2500);
    transport.thaw();
    clock.advance(1000);
    await expect(answer).resolves.toBe(0);
  });
});

function show(item: SubscriptionItem<unknown>): string {
  const observed = observedOf(item);
  if (observed.type === 'event') return `event ${observed.number}`;
  return observed.type === 'live' ? `live ${observed.resumed}` : observed.type;
}
