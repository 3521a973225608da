import { describe, expect, it } from '@jest/globals';
import { type Observer, observable } from '@trpc/server/observable';
import { stockDialect } from '../dialect/stock-dialect.js';
import { count } from '../testing/pump-target.spec-support.js';
import { END, SUBSCRIBED, setUpSubscription as setUp } from '../testing/subscription-setup.spec-support.js';
import { Subscription } from './subscription.js';

describe('Subscription that is ended by its client', () => {
  it('says nothing after the answer to an unsubscribe', async () => {
    const { host, subscription } = setUp(() => count(), { credit: 1 });
    subscription.start();
    await host.said();
    const signal = host.runs.shelf.find('run')?.signal;
    subscription.unsubscribe({ id: 4, echoesJsonrpc: true }, host.sink);
    subscription.grant(5);
    expect(await host.said()).toEqual(['{"id":4,"result":{}}']);
    expect(signal?.aborted).toBe(true);
    expect(host.endedCount).toBe(1);
  });

  it('answers both requests when an unsubscribe guesses the number before the answer', async () => {
    const { host, subscription } = setUp(() => count(1));
    subscription.start();
    subscription.unsubscribe({ id: 4, echoesJsonrpc: true }, host.sink);
    const ids = (await host.said()).map((frame) => (JSON.parse(frame) as { id?: unknown }).id);
    expect(ids).toEqual([1, 4]);
  });

  it('ends without an error when its call is cancelled', async () => {
    const { host, subscription } = setUp(() => count(), { credit: 1 });
    subscription.start();
    await host.said();
    subscription.cancel();
    subscription.cancel();
    expect(await host.said()).toEqual([END]);
    expect(host.endedCount).toBe(1);
  });

  it('is answered with CANCELLED when its call is cancelled before it began, and lets the source go', async () => {
    let hasReturned = false;
    const source = {
      next: () => new Promise(() => undefined),
      return: () => {
        hasReturned = true;
      },
    };
    const { host, subscription } = setUp(() => ({ [Symbol.asyncIterator]: () => source }));
    subscription.start();
    subscription.cancel();
    const said = await host.said();
    expect(said).toHaveLength(1);
    expect(JSON.parse(said[0] ?? '')).toMatchObject({ id: 1, error: { data: { code: 'CANCELLED' } } });
    expect(hasReturned).toBe(true);
  });

  it('ends only after its answer when that waits for the others of its batch', async () => {
    const { host, subscription } = setUp(() => count());
    const held: (() => void)[] = [];
    const inBatch = new Subscription(host, subscription.call, 7, host.session, {
      answer: (frame, onSent) => {
        held.push(() => {
          host.outbox.send(frame);
          onSent?.();
        });
      },
    });
    inBatch.start();
    await host.said();
    inBatch.cancel();
    expect(await host.said()).toEqual([]);
    for (const send of held) send();
    expect(await host.said()).toEqual([SUBSCRIBED, END]);
  });

  it('is stopped for a stock client', async () => {
    const { host, subscription } = setUp(() => count(), { credit: 1 }, { dialect: stockDialect });
    subscription.start();
    expect(await host.said()).toHaveLength(2);
    subscription.cancel();
    const said = await host.said();
    expect(said.map((frame): unknown => JSON.parse(frame))).toMatchObject([{ id: 1, result: { type: 'stopped' } }]);
  });

  it('says nothing and tells nobody when the connection is gone', async () => {
    let observer: Observer<number, unknown> | undefined;
    let hasUnsubscribed = false;
    const { host, subscription } = setUp(() =>
      observable<number>((given) => {
        observer = given;
        return () => {
          hasUnsubscribed = true;
        };
      }),
    );
    subscription.start();
    await host.said();
    subscription.abandon();
    observer?.next(1);
    observer?.error(new Error('too late'));
    expect(await host.said()).toEqual([]);
    expect(host.notices).toEqual([]);
    expect(hasUnsubscribed).toBe(true);
    expect(host.endedCount).toBe(1);
  });

  it('tells nobody of a procedure that throws because it was aborted', async () => {
    const { host, subscription } = setUp(
      () => undefined,
      {},
      {
        run: (run) =>
          new Promise((_resolve, reject) => {
            run.signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
          }),
      },
    );
    subscription.start();
    await host.said();
    subscription.abandon();
    expect(await host.said()).toEqual([]);
    expect(host.notices).toEqual([]);
  });
});
