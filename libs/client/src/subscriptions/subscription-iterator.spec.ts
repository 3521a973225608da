import { describe, expect, it } from '@jest/globals';
import { GapError } from '../errors/gap-error.js';
import { localError, type TrunklineError } from '../errors/trunkline-error.js';
import { Subscription } from './subscription.js';
import { MAX_UNREAD_EVENTS, SubscriptionIterator } from './subscription-iterator.js';

const cause: TrunklineError = localError('CONNECTION_CLOSED', 'Cut.', { outcome: 'connection-lost' });

function create(hasStatus = false) {
  const log: string[] = [];
  const iterator = new SubscriptionIterator(
    'ticks',
    hasStatus,
    (consumer) => {
      log.push('begun');
      return new Subscription('ticks', undefined, consumer, () => log.push('stopped'));
    },
    () => log.push('ended'),
  );
  return { iterator, log };
}

describe('SubscriptionIterator', () => {
  it('begins with the first next and gives events in order, whether or not somebody waits', async () => {
    const { iterator, log } = create();
    expect(log).toEqual([]);
    const first = iterator.next();
    const second = iterator.next();
    expect(log).toEqual(['begun']);
    for (const event of [1, 2, 3]) iterator.event(event);
    expect(await Promise.all([first, second, iterator.next()])).toEqual(
      [1, 2, 3].map((value) => ({ done: false, value })),
    );
  });

  it('gives unread events before the end', async () => {
    const { iterator } = create();
    const first = iterator.next();
    iterator.event(1);
    iterator.event(2);
    iterator.failed(cause);
    expect(await first).toMatchObject({ value: 1 });
    expect(await iterator.next()).toMatchObject({ value: 2 });
    await expect(iterator.next()).rejects.toBe(cause);
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  it('throws at a gap that nobody asked to see, and ends there', async () => {
    const { iterator, log } = create();
    const first = iterator.next();
    iterator.event(1);
    iterator.gap({ reason: 'overflow', dropped: 3 });
    iterator.event(2);
    await first;
    const error: unknown = await iterator.next().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GapError);
    expect(error).toMatchObject({ reason: 'overflow', dropped: 3, code: 'EVENTS_MISSING', path: 'ticks' });
    expect(await iterator.next()).toMatchObject({ done: true });
    expect(log).toEqual(['begun', 'stopped', 'ended']);
  });

  it('yields events, gaps and status to who asked for them, and keeps what is unread short', async () => {
    const { iterator } = create(true);
    const first = iterator.next();
    iterator.started('fresh');
    expect(await first).toMatchObject({ value: { type: 'status', status: 'live', resumed: 'fresh' } });
    iterator.event(1);
    for (let round = 0; round < 10; round += 1) {
      iterator.interrupted(cause);
      iterator.started('gap');
      iterator.gap({ reason: 'overflow', dropped: 2 });
    }
    iterator.completed();
    const rest: unknown[] = [];
    for (let item = await iterator.next(); item.done !== true; item = await iterator.next()) rest.push(item.value);
    expect(rest).toEqual([
      { type: 'data', data: 1 },
      { type: 'gap', reason: 'overflow', dropped: 20 },
      { type: 'status', status: 'live', resumed: 'gap' },
    ]);
  });

  it('drops what a server without credit sends beyond the bound, and says how many', async () => {
    const { iterator } = create(true);
    const first = iterator.next();
    for (let event = 0; event < MAX_UNREAD_EVENTS + 6; event += 1) iterator.event(event);
    iterator.completed();
    await first;
    const rest: unknown[] = [];
    for (let item = await iterator.next(); item.done !== true; item = await iterator.next()) rest.push(item.value);
    expect(rest).toHaveLength(MAX_UNREAD_EVENTS + 1);
    expect(rest.at(-1)).toEqual({ type: 'gap', reason: 'overflow', dropped: 5 });
  });

  it('is read once', () => {
    const { iterator } = create();
    iterator[Symbol.asyncIterator]();
    expect(() => iterator[Symbol.asyncIterator]()).toThrow('"ticks" is read once');
  });

  it('never begins when it is left before the first next', async () => {
    const { iterator, log } = create();
    await iterator.return();
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
    expect(log).toEqual(['ended']);
  });
});
