import { once } from 'node:events';
import { type AddressInfo, createServer as createNetServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { createTRPCClient, wsLink } from '@trpc/client';
import { initTRPC } from '@trpc/server';
import { serve } from './serve.js';
import { Gate, whenAborted } from './testing/gate.spec-support.js';
import { useHarness } from './testing/harness.spec-support.js';
import { MovableClock } from './testing/movable-clock.spec-support.js';

const t = initTRPC.create();

function createShop() {
  const started = new Gate();
  const release = new Gate();
  const aborted = new Gate();
  const finished = new Gate();
  const router = t.router({
    slow: t.procedure.mutation(async () => {
      started.open();
      await release.opened;
      return 'sold';
    }),
    endless: t.procedure.mutation(async ({ signal }) => {
      started.open();
      await whenAborted(signal);
      aborted.open();
      return new Promise<never>(() => undefined);
    }),
    ticks: t.procedure.subscription(async function* ({ signal }) {
      try {
        yield 1;
        await whenAborted(signal);
      } finally {
        finished.open();
      }
    }),
    bulky: t.procedure.subscription(async function* () {
      for (;;) yield 'x'.repeat(64 * 1024);
    }),
    fine: t.procedure.query(() => 'fine'),
  });
  return { router, started, release, aborted, finished };
}

describe('Closing', () => {
  const harness = useHarness();

  async function open(clock = new MovableClock()) {
    const shop = createShop();
    const serving = await harness.serve({ router: shop.router, clock, heartbeatMs: 0 });
    return { ...shop, clock, serving, peer: await harness.native(serving.url) };
  }

  it('lets running calls finish and answers them, runs no new ones, then closes with 4200', async () => {
    const { serving, peer, started, release } = await open();
    const id = peer.request('slow');
    await started.opened;
    const closed = serving.close();
    expect(await peer.call('fine')).toMatchObject({
      error: { code: -32_053, data: { code: 'SHUTTING_DOWN', ran: false } },
    });
    expect(await peer.call('ticks')).toMatchObject({ error: { data: { code: 'SHUTTING_DOWN', ran: false } } });
    expect(await peer.call('rpc.ping')).toHaveProperty('result');
    release.open();
    expect(await peer.answerTo(id)).toMatchObject({ result: { output: 'sold' } });
    expect((await peer.closed).code).toBe(4200);
    await closed;
    expect(serving.server.connectionCount).toBe(0);
  });

  it('tells a stock client that its new call was not run', async () => {
    const { serving, started, release } = await open();
    const peer = await harness.stock(serving.url);
    peer.send({ id: 1, method: 'mutation', params: { path: 'slow' } });
    await started.opened;
    const closed = serving.close();
    peer.send({ id: 2, method: 'query', params: { path: 'fine' } });
    expect(await peer.answerTo(2)).toMatchObject({ error: { data: { code: 'SERVICE_UNAVAILABLE', ran: false } } });
    release.open();
    expect(await peer.answerTo(1)).toMatchObject({ result: { data: 'sold' } });
    await Promise.all([peer.closed, closed]);
  });

  it('answers the running call of a tRPC client', async () => {
    const { serving, started, release, router } = await open();
    const client = createTRPCClient<typeof router>({ links: [wsLink({ client: harness.stockSocket(serving.url) })] });
    const sold = client.slow.mutate();
    await started.opened;
    const closed = serving.close();
    release.open();
    expect(await sold).toBe('sold');
    await closed;
  });

  it('closes idle connections and those that only subscribe at once, and lets generators clean up', async () => {
    const { serving, peer, finished } = await open();
    const idle = await harness.connect(serving.url);
    await peer.call('ticks');
    await peer.notified('rpc.next');
    await serving.close();
    await finished.opened;
    expect([(await peer.closed).code, (await idle.closed).code]).toEqual([4200, 4200]);
  });

  it('cuts a call that never ends when its time is up', async () => {
    const { serving, clock, peer, started, aborted } = await open();
    peer.request('endless');
    await started.opened;
    const closed = serving.close({ timeoutMs: 2000 });
    clock.advance(1999);
    expect(await peer.call('rpc.ping')).toHaveProperty('result');
    clock.advance(1);
    await closed;
    await aborted.opened;
    expect((await peer.closed).code).toBe(1006);
  });

  it('cuts a peer that does not answer the close when its time is up', async () => {
    const { serving, clock, peer } = await open();
    peer.socket.pause();
    const closed = serving.close({ timeoutMs: 2000 });
    clock.advance(2000);
    await closed;
    expect(serving.server.connectionCount).toBe(0);
  });

  it('waits for no time to pass when a slow reader comes round', async () => {
    const { serving, peer } = await open();
    const neighbour = await harness.native(serving.url);
    await peer.call('bulky');
    peer.socket.pause();
    for (let turn = 0; turn < 50; turn += 1) await neighbour.call('fine');
    const closed = serving.close();
    peer.socket.resume();
    await closed;
    expect((await peer.closed).code).toBe(4200);
  });

  it('closes a connection whose context is still being made', async () => {
    const signals = new Gate<AbortSignal>();
    const contextual = initTRPC.context<{ user: string }>().create();
    const serving = await harness.serve({
      router: contextual.router({ fine: contextual.procedure.query(() => 1) }),
      createContext: ({ info }) => {
        signals.open(info.signal);
        return new Promise<never>(() => undefined);
      },
    });
    const peer = await harness.stock(serving.url);
    const signal = await signals.opened;
    await serving.close();
    expect(signal.aborted).toBe(true);
    expect((await peer.closed).code).toBe(1012);
  });

  it('frees the port', async () => {
    const { serving } = await open();
    await serving.close();
    const next = await serve({
      router: createShop().router,
      port: serving.port,
      host: '127.0.0.1',
      handleSignals: false,
    });
    expect(next.port).toBe(serving.port);
    await next.close();
    await expect(harness.connect(serving.url)).rejects.toThrow('ECONNREFUSED');
  });

  it('may be asked for twice, and both wait for the end', async () => {
    const { serving, peer, started, release } = await open();
    peer.request('slow');
    await started.opened;
    const order: string[] = [];
    const both = [serving.close().then(() => order.push('first')), serving.close().then(() => order.push('second'))];
    peer.closed.then(() => order.push('peer')).catch(() => undefined);
    await peer.call('rpc.ping');
    expect(order).toEqual([]);
    release.open();
    await Promise.all(both);
    await serving.close();
    expect(serving.server.connectionCount).toBe(0);
  });

  it('refuses an upgrade that comes meanwhile on a server of the application', async () => {
    const { serving, peer, started, release } = await open();
    peer.request('slow');
    await started.opened;
    const closed = serving.close();
    await expect(harness.connect(serving.url)).rejects.toThrow();
    release.open();
    await closed;
  });
});

describe('serve()', () => {
  it('rejects with what to do when its port is taken', async () => {
    const taken = createNetServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    try {
      await expect(
        serve({ router: createShop().router, port, host: '127.0.0.1', handleSignals: false }),
      ).rejects.toThrow(
        `Port ${port} is in use by another program; stop that one or choose another port (option port).`,
      );
    } finally {
      taken.close();
    }
  });

  it('rejects with what to do when the machine has not the address', async () => {
    const options = { router: createShop().router, port: 0, host: '203.0.113.7', handleSignals: false };
    await expect(serve(options)).rejects.toThrow('This machine has no address 203.0.113.7');
  });

  it('closes on SIGTERM, and listens to no signal any more afterwards', async () => {
    const before = process.listenerCount('SIGTERM');
    const serving = await serve({ router: createShop().router, port: 0, host: '127.0.0.1' });
    expect(process.listenerCount('SIGTERM')).toBe(before + 1);
    process.emit('SIGTERM');
    await once(serving.httpServer, 'close');
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});
