import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { Gate } from './testing/gate.spec-support.js';
import { useHarness } from './testing/harness.spec-support.js';
import type { RawPeer } from './testing/raw-peer.spec-support.js';

const t = initTRPC.create();
type Emit = (count: number) => void;

/** An observable that emits as many numbers as the spec says, at once. */
function createTicker() {
  const opened = new Gate<{ emit: Emit; complete: () => void }>();
  const closed = new Gate();
  let last = 0;
  const router = t.router({
    ticks: t.procedure.subscription(() =>
      observable<number>((observer) => {
        opened.open({
          emit(count) {
            for (let index = 0; index < count; index += 1) observer.next((last += 1));
          },
          complete: () => observer.complete(),
        });
        return () => closed.open();
      }),
    ),
    fine: t.procedure.query(() => 'fine'),
  });
  return { router, opened: opened.opened, closed: closed.opened };
}

describe('An observable that is faster than its reader', () => {
  const harness = useHarness();

  async function connect(dialect: 'native' | 'stock') {
    const ticker = createTicker();
    const { url } = await harness.serve({ router: ticker.router, maxQueuedEvents: 10 });
    return { ...ticker, peer: await harness[dialect](url) };
  }

  async function settle(peer: RawPeer): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) await peer.answerTo(peer.request('fine', undefined, `settle ${turn}`));
  }

  const saidOf = (peer: RawPeer): string[] =>
    peer.untaken.flatMap(({ method, params }) => {
      const { data, reason, dropped } = params as { data?: number; reason?: string; dropped?: number };
      return [method === 'rpc.next' ? String(data) : `${String(method)} ${reason} ${dropped}`];
    });

  it('tells a native reader of the loss at its place, with the exact count', async () => {
    const { peer, opened } = await connect('native');
    await peer.call('ticks', { credit: 2 });
    const { emit } = await opened;
    emit(30);
    await settle(peer);
    peer.notify('rpc.credit', { subscription: 1, add: 100 });
    await settle(peer);
    const said = saidOf(peer);
    expect(said.filter((word) => word.startsWith('rpc.gap'))).toHaveLength(1);
    expect(said).toEqual(['rpc.gap overflow 20', ...Array.from({ length: 10 }, (_, index) => String(21 + index))]);
  });

  it('tells of each loss where it happened: what arrived and what was dropped is what was emitted', async () => {
    const { peer, opened } = await connect('native');
    await peer.call('ticks', { credit: 3 });
    const { emit, complete } = await opened;
    for (const [count, add] of [
      [8, 1],
      [25, 4],
      [2, 12],
      [100, 3],
      [1, 50],
    ] as const) {
      emit(count);
      await settle(peer);
      peer.notify('rpc.credit', { subscription: 1, add });
      await settle(peer);
    }
    complete();
    await peer.notified('rpc.end');
    const said = saidOf(peer);
    let expected = 0;
    for (const word of said) {
      expected += word.startsWith('rpc.gap overflow ') ? Number(word.split(' ')[2]) : 1;
      // Each number stands exactly behind all that came or was told to be missing before it.
      if (!word.startsWith('rpc.gap')) expect(Number(word)).toBe(expected);
    }
    expect(expected).toBe(136);
    expect(said.filter((word) => word.startsWith('rpc.gap')).length).toBeGreaterThan(1);
  });

  it('tells of a loss without any credit, and of those that follow at once in one word', async () => {
    const { peer, opened } = await connect('native');
    await peer.call('ticks', { credit: 0 });
    const { emit } = await opened;
    for (const count of [11, 7, 3]) {
      emit(count);
      await settle(peer);
    }
    expect(saidOf(peer)).toEqual(['rpc.gap overflow 1']);
    peer.notify('rpc.credit', { subscription: 1, add: 1 });
    await settle(peer);
    expect(saidOf(peer)).toEqual(['rpc.gap overflow 1', 'rpc.gap overflow 10', '12']);
  });

  it('that completes ends after what waited was read', async () => {
    const { peer, opened } = await connect('native');
    await peer.call('ticks', { credit: 0 });
    const { emit, complete } = await opened;
    emit(2);
    complete();
    await settle(peer);
    expect(peer.untaken).toEqual([]);
    peer.notify('rpc.credit', { subscription: 1, add: 3 });
    await peer.notified('rpc.end');
    expect(saidOf(peer)).toEqual(['1', '2']);
  });

  it('that completes needs no credit to say so', async () => {
    const { peer, opened } = await connect('native');
    await peer.call('ticks', { credit: 2 });
    const { emit, complete } = await opened;
    emit(2);
    complete();
    await settle(peer);
    expect(peer.untaken.at(-1)).toMatchObject({ method: 'rpc.end' });
  });

  it('ends the subscription of a stock reader with an error, and lets the source go', async () => {
    const { peer, opened, closed } = await connect('stock');
    peer.send({ id: 1, method: 'subscription', params: { path: 'ticks' } });
    const { emit } = await opened;
    emit(50);
    await closed;
    expect(await peer.take(({ error }) => error !== undefined)).toMatchObject({
      id: 1,
      error: { message: expect.stringContaining('40 events'), data: { code: 'TOO_MANY_REQUESTS' } },
    });
    await peer.take(({ result }) => (result as { type?: string } | undefined)?.type === 'stopped');
  });
});
