import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { Gate } from './testing/gate.spec-support.js';
import { useHarness } from './testing/harness.spec-support.js';
import { MovableClock } from './testing/movable-clock.spec-support.js';
import type { RawPeer } from './testing/raw-peer.spec-support.js';

const t = initTRPC.create();
const EVENT_BYTES = 16 * 1024;
const HIGH_WATER_BYTES = 256 * 1024;

function createSource() {
  const count = { pulled: 0 };
  const finished = new Gate();
  const reached = new Map<number, Gate>();
  const router = t.router({
    numbers: t.procedure.subscription(async function* () {
      try {
        for (;;) {
          count.pulled += 1;
          reached.get(count.pulled)?.open();
          yield count.pulled;
        }
      } finally {
        finished.open();
      }
    }),
    bulky: t.procedure.subscription(async function* () {
      const filler = 'x'.repeat(EVENT_BYTES);
      try {
        for (; count.pulled < 2000; ) {
          count.pulled += 1;
          yield `${count.pulled} ${filler}`;
        }
      } finally {
        finished.open();
      }
    }),
    fast: t.procedure.subscription(async function* () {
      for (let number = 1; number <= 100_000; number += 1) {
        count.pulled = number;
        yield number;
      }
    }),
    large: t.procedure.query(() => 'x'.repeat(EVENT_BYTES)),
    /** Answers after as many turns of the event loop as asked for. */
    largeLater: t.procedure.input(Number).query(async ({ input }) => {
      for (let turn = 0; turn < input; turn += 1) await new Promise(setImmediate);
      return 'x'.repeat(EVENT_BYTES);
    }),
    fine: t.procedure.query(() => 'fine'),
  });
  return { router, count, finished, reached };
}

describe('Credit', () => {
  const harness = useHarness();

  async function connect() {
    const source = createSource();
    const { url } = await harness.serve({ router: source.router });
    return { ...source, peer: await harness.native(url) };
  }

  /** Answers when everything that could be sent by now was sent: several turns of the server have passed. */
  async function settle(peer: RawPeer): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) await peer.answerTo(peer.request('fine', undefined, `settle ${turn}`));
  }

  const eventsOf = (peer: RawPeer): unknown[] =>
    peer.untaken.flatMap(({ method, params }) => (method === 'rpc.next' ? [(params as { data: unknown }).data] : []));

  it('of n brings exactly n events, and the generator is not pulled further', async () => {
    const { peer, count } = await connect();
    await peer.call('numbers', { credit: 3 });
    await settle(peer);
    expect(eventsOf(peer)).toEqual([1, 2, 3]);
    expect(count.pulled).toBe(3);
  });

  it('of nothing starts no generator', async () => {
    const { peer, count } = await connect();
    expect(await peer.call('numbers', { credit: 0 })).toMatchObject({ result: { subscription: 1 } });
    await settle(peer);
    expect([count.pulled, eventsOf(peer)]).toEqual([0, []]);
  });

  it('that is granted later lets as many more through', async () => {
    const { peer, count } = await connect();
    await peer.call('numbers', { credit: 2 });
    await settle(peer);
    peer.notify('rpc.credit', { subscription: 1, add: 3 });
    await settle(peer);
    peer.notify('rpc.credit', { subscription: 1, add: 0 });
    await settle(peer);
    expect(eventsOf(peer)).toEqual([1, 2, 3, 4, 5]);
    expect(count.pulled).toBe(5);
  });

  it('is counted for each subscription', async () => {
    const { peer } = await connect();
    await peer.call('numbers', { credit: 1 });
    await peer.call('numbers', { credit: 2 });
    await settle(peer);
    const numbers = peer.untaken.map(({ params }) => (params as { subscription: number }).subscription);
    expect(numbers.toSorted((a, b) => a - b)).toEqual([1, 2, 2]);
  });

  it('for a subscription that is over or never was is ignored', async () => {
    const { peer } = await connect();
    await peer.call('numbers', { credit: 0 });
    await peer.call('rpc.unsubscribe', { subscription: 1 });
    peer.notify('rpc.credit', { subscription: 1, add: 5 });
    peer.notify('rpc.credit', { subscription: 77, add: 5 });
    await settle(peer);
    expect(peer.untaken).toEqual([]);
  });

  it('that is out does not keep a subscription from ending', async () => {
    const { peer, finished } = await connect();
    await peer.call('numbers', { credit: 1 });
    await settle(peer);
    expect(await peer.call('rpc.unsubscribe', { subscription: 1 })).toHaveProperty('result');
    await finished.opened;
  });

  it.each([-1, 1.5, '4', 2 ** 60])('of %j is refused', async (credit) => {
    const { peer } = await connect();
    expect(await peer.call('numbers', { credit })).toMatchObject({ error: { data: { code: 'INVALID_PARAMS' } } });
  });
});

describe('A peer that does not read', () => {
  const harness = useHarness();

  async function serveSource(outbox = {}) {
    const source = createSource();
    const outboxLimits = { highWaterBytes: HIGH_WATER_BYTES, lowWaterBytes: HIGH_WATER_BYTES / 4, ...outbox };
    const serving = await harness.serve({ router: source.router, outbox: outboxLimits });
    return { ...source, url: serving.url };
  }

  /** Waits until the generator was not pulled for a while, in answers to another client. */
  async function untilStalled(count: { pulled: number }, neighbour: RawPeer): Promise<void> {
    for (let before = -1, quietTurns = 0; quietTurns < 20; before = count.pulled) {
      await neighbour.call('fine');
      quietTurns = before === count.pulled ? quietTurns + 1 : 0;
    }
  }

  it.each(['native', 'stock'] as const)(
    'holds its %s generator at the high mark, delays nobody else, and gets every event when it reads',
    async (dialect) => {
      const { url, count, finished } = await serveSource();
      const neighbour = await harness.native(url);
      const reader = await harness[dialect](url);
      if (dialect === 'native') await reader.call('bulky');
      else reader.send({ id: 1, method: 'subscription', params: { path: 'bulky' } });
      reader.socket.pause();
      await untilStalled(count, neighbour);
      // What the two kernels buffer for a loopback socket comes on top of what the server holds.
      const kernelBytes = 8 * 1024 * 1024;
      expect(count.pulled * EVENT_BYTES).toBeLessThan(HIGH_WATER_BYTES + kernelBytes);
      expect(await neighbour.call('fine')).toMatchObject({ result: { output: 'fine' } });
      reader.socket.resume();
      await finished.opened;
      expect(count.pulled).toBe(2000);
      await reader.take((message) => message['method'] === 'rpc.end' || isStopped(message['result']));
      const events = reader.untaken.map(({ params, result }) => ((params ?? result) as { data?: string }).data);
      const numbers = events.flatMap((event) => (event === undefined ? [] : [Number.parseInt(event, 10)]));
      expect(numbers).toEqual(Array.from({ length: 2000 }, (_, index) => index + 1));
    },
  );

  it.each(['native', 'stock'] as const)('%s answers is closed when too much of them is unsent', async (dialect) => {
    const { url } = await serveSource({ maxUnsentBytes: 1024 * 1024 });
    const [peer, neighbour] = [await harness[dialect](url), await harness.native(url)];
    peer.socket.pause();
    const calls = Array.from({ length: 1000 }, (_, id) =>
      dialect === 'native'
        ? { jsonrpc: '2.0', id, method: 'largeLater', params: { input: Math.floor(id / 100) } }
        : { id, method: 'query', params: { path: 'largeLater', input: Math.floor(id / 100) } },
    );
    peer.send(...calls);
    expect(await neighbour.call('fine')).toHaveProperty('result');
    peer.socket.resume();
    const { code, reason } = await peer.closed;
    expect([code, reason]).toEqual([4103, expect.stringContaining('option outbox.maxUnsentBytes')]);
    expect(peer.untaken.length).toBeLessThan(1000);
  });

  it('is not read either, and is answered whole when it reads again', async () => {
    const { url } = await serveSource();
    const [peer, neighbour] = [await harness.native(url), await harness.native(url)];
    peer.socket.pause();
    const batchOf = (name: string) =>
      Array.from({ length: 500 }, (_, id) => ({ jsonrpc: '2.0', id: `${name} ${id}`, method: 'large' }));
    for (const name of ['a', 'b', 'c', 'd']) peer.send(batchOf(name));
    expect(await neighbour.call('fine')).toHaveProperty('result');
    peer.socket.resume();
    for (const name of ['a', 'b', 'c', 'd']) {
      const { value } = await peer.next();
      expect((value as { id: string }[])[0]?.id).toBe(`${name} 0`);
    }
  });

  it('for longer than the stall time is closed', async () => {
    const source = createSource();
    const clock = new MovableClock();
    const { url } = await harness.serve({
      router: source.router,
      clock,
      heartbeatMs: 0,
      outbox: { highWaterBytes: HIGH_WATER_BYTES, lowWaterBytes: 1024, stallTimeoutMs: 5000 },
      resume: { maxRuns: 0 },
    });
    const [reader, neighbour] = [await harness.native(url), await harness.native(url)];
    await reader.call('bulky');
    reader.socket.pause();
    await untilStalled(source.count, neighbour);
    clock.advance(4999);
    await neighbour.call('fine');
    clock.advance(1);
    await neighbour.call('fine');
    // The kernels may have taken a last part since the first look; the next one finds that nothing moves.
    clock.advance(5000);
    // Its generator is let go at once, though the peer does not even read that it is closed.
    await source.finished.opened;
    reader.socket.resume();
    expect(await reader.closed).toEqual({ code: 4103, reason: expect.stringContaining('outbox.stallTimeoutMs') });
  });
});

describe('A peer that reads at once', () => {
  const harness = useHarness();

  // All answers of one turn are counted before the first has reached the socket, so the peer had no chance to read.
  it.each(['native', 'stock'] as const)('is not closed for a burst of %s calls', async (dialect) => {
    const { router } = createSource();
    const { url } = await harness.serve({ router, outbox: { maxUnsentBytes: 1024 * 1024 } });
    const peer = await harness[dialect](url);
    const ids = Array.from({ length: 100 }, (_, id) => id);
    peer.send(
      ...ids.map((id) =>
        dialect === 'native'
          ? { jsonrpc: '2.0', id, method: 'large' }
          : { id, method: 'query', params: { path: 'large' } },
      ),
    );
    for (const id of ids) expect(await peer.answerTo(id)).toHaveProperty('result');
  });
});

describe('A generator of a peer that is being closed', () => {
  const harness = useHarness();

  it('is let go at once, though the peer does not answer the close', async () => {
    const { router, count, finished } = createSource();
    const { url } = await harness.serve({ router });
    const [peer, neighbour] = [await harness.native(url), await harness.native(url)];
    await peer.call('numbers', { credit: 1_000_000 });
    await peer.notified('rpc.next');
    peer.request('rpc.hello', {}, 'again');
    peer.socket.pause();
    await finished.opened;
    const pulledCount = count.pulled;
    await neighbour.call('fine');
    expect(count.pulled).toBe(pulledCount);
  });
});

describe('A generator that is always ready', () => {
  const harness = useHarness();

  it('does not hold the event loop: another client is answered before it is done', async () => {
    const { router, count } = createSource();
    const { url } = await harness.serve({ router });
    const [reader, neighbour] = [await harness.native(url), await harness.native(url)];
    reader.log.push = () => 0;
    await reader.call('fast');
    const pulledAt: number[] = [];
    for (let call = 0; call < 3; call += 1) {
      await neighbour.call('fine');
      pulledAt.push(count.pulled);
    }
    expect(pulledAt[2]).toBeLessThan(100_000);
    await reader.notified('rpc.end');
    expect(reader.untaken.filter(({ method }) => method === 'rpc.next')).toHaveLength(100_000);
  });
});

function isStopped(result: unknown): boolean {
  return (result as { type?: string } | undefined)?.type === 'stopped';
}
