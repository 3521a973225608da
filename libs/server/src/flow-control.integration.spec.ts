import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import type { TrunklineMeta } from './router/procedure-meta.js';
import type { OverflowPolicy, SubscriptionPolicy } from './subscription/subscription-policy.js';
import { Gate } from './testing/gate.spec-support.js';
import { useHarness } from './testing/harness.spec-support.js';
import { MovableClock } from './testing/movable-clock.spec-support.js';
import type { RawPeer } from './testing/raw-peer.spec-support.js';

const t = initTRPC.meta<TrunklineMeta>().create();

/** A procedure under a policy that gives numbers as fast as the spec says, as an observable or as a generator. */
function createTicker(policy: SubscriptionPolicy) {
  const opened = new Gate<(count: number) => void>();
  const closed = new Gate();
  let last = 0;
  const ticker = t.procedure.meta({ trunkline: { subscription: policy } });
  const router = t.router({
    observed: ticker.subscription(() =>
      observable<number>((observer) => {
        opened.open((count) => {
          for (let index = 0; index < count; index += 1) observer.next((last += 1));
        });
        return () => closed.open();
      }),
    ),
    generated: ticker.subscription(async function* () {
      let wake: () => void = () => undefined;
      let due = 0;
      opened.open((count) => {
        due += count;
        wake();
      });
      try {
        for (;;) {
          if (due === 0) await new Promise<void>((resolve) => (wake = resolve));
          due -= 1;
          yield (last += 1);
        }
      } finally {
        closed.open();
      }
    }),
    fine: t.procedure.query(() => 'fine'),
  });
  return { router, opened: opened.opened, closed: closed.opened };
}

describe('A subscription that is read slower than its events come', () => {
  const harness = useHarness();

  async function connect(policy: SubscriptionPolicy, path: 'observed' | 'generated', params: Record<string, unknown>) {
    const ticker = createTicker(policy);
    const clock = new MovableClock();
    const { url } = await harness.serve({ router: ticker.router, maxQueuedEvents: 10, clock, heartbeatMs: 0 });
    const peer = await harness.native(url);
    await peer.call(path, params);
    const emit = await ticker.opened;
    return { ...ticker, clock, peer, emit };
  }

  async function settle(peer: RawPeer): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) await peer.answerTo(peer.request('fine', undefined, `settle ${turn}`));
  }

  /** What was said, a word each: `3`, `7 for 4`, `gap 5`. Gaps in a row are one. */
  function said(peer: RawPeer): string[] {
    const words = peer.untaken.map(({ method, params }) => {
      const { data, conflated, dropped, error } = params as Record<string, unknown>;
      if (method === 'rpc.next')
        return conflated === undefined ? String(data) : `${String(data)} for ${1 + Number(conflated)}`;
      return method === 'rpc.gap' ? `gap ${String(dropped)}` : `end ${(error as { data: { code: string } }).data.code}`;
    });
    return words.reduce<string[]>((merged, word) => {
      const last = merged.at(-1);
      if (word.startsWith('gap') && last?.startsWith('gap') === true) {
        return [...merged.slice(0, -1), `gap ${Number(last.slice(4)) + Number(word.slice(4))}`];
      }
      return [...merged, word];
    }, []);
  }

  const BUFFERS: readonly (readonly [OverflowPolicy, readonly string[]])[] = [
    [{ buffer: 3 }, ['1', '2', '3', 'gap 5', '9']],
    [{ dropOldest: 3 }, ['gap 5', '6', '7', '8', '9']],
    ['latest', ['8 for 8', '9']],
    [{ latest: (event: number) => String(event % 2) }, ['7 for 4', '8 for 4', '9']],
  ];

  it.each(
    BUFFERS.flatMap(([overflow, words]) =>
      (['observed', 'generated'] as const).map((path) => [overflow, path, words] as const),
    ),
  )('under the policy %j, %s, is told each event once or that it is missing', async (overflow, path, words) => {
    const { peer, emit } = await connect({ overflow }, path, { credit: 0 });
    emit(8);
    await settle(peer);
    peer.notify('rpc.credit', { subscription: 1, add: 100 });
    await settle(peer);
    emit(1);
    await settle(peer);
    expect(said(peer)).toEqual(words);
  });

  it('does not run its generator under the policy pause', async () => {
    const { peer, emit } = await connect({ overflow: 'pause' }, 'generated', { credit: 2 });
    emit(8);
    await settle(peer);
    peer.notify('rpc.credit', { subscription: 1, add: 3 });
    await settle(peer);
    expect(said(peer)).toEqual(['1', '2', '3', '4', '5']);
  });

  it.each(['observed', 'generated'] as const)('ends under the policy end, %s, and lets its source go', async (path) => {
    const { peer, emit, closed } = await connect({ overflow: 'end' }, path, { credit: 0 });
    emit(11);
    await closed;
    await settle(peer);
    expect(said(peer)).toEqual(['end CONSUMER_TOO_SLOW']);
  });

  it('loses its connection under the policy disconnect', async () => {
    const { peer, emit, closed } = await connect({ overflow: 'disconnect' }, 'observed', { credit: 0 });
    emit(11);
    expect(await peer.closed).toMatchObject({ code: 4103, reason: expect.stringContaining('"observed"') });
    await closed;
  });

  describe('at a pace', () => {
    it.each(['observed', 'generated'] as const)('gets the newest event when its time comes, %s', async (path) => {
      const { peer, emit, clock } = await connect({}, path, { maxRate: 10 });
      emit(1);
      await settle(peer);
      emit(4);
      await settle(peer);
      expect(said(peer)).toEqual(['1']);
      clock.advance(100);
      await settle(peer);
      expect(said(peer)).toEqual(['1', '5 for 4']);
    });

    it('goes slower when its client says so, and at once again', async () => {
      const { peer, emit, clock } = await connect({}, 'observed', {});
      emit(2);
      await settle(peer);
      peer.notify('rpc.tune', { subscription: 1, maxRate: 1 });
      await settle(peer);
      emit(3);
      await settle(peer);
      clock.advance(1000);
      await settle(peer);
      peer.notify('rpc.tune', { subscription: 1, maxRate: null });
      await settle(peer);
      emit(2);
      await settle(peer);
      const words = said(peer);
      expect(words.slice(0, 2)).toEqual(['1', '2']);
      expect(words.slice(-2)).toEqual(['6', '7']);
      expect(words.join()).toContain('for');
      expect(words.join()).not.toContain('gap');
    });

    it('goes no faster than its procedure allows', async () => {
      const { peer, emit, clock } = await connect({ maxRate: 1 }, 'generated', { maxRate: 100 });
      emit(1);
      await settle(peer);
      emit(2);
      clock.advance(999);
      await settle(peer);
      expect(said(peer)).toEqual(['1']);
      clock.advance(1);
      await settle(peer);
      expect(said(peer)).toEqual(['1', '3 for 2']);
    });
  });
});
