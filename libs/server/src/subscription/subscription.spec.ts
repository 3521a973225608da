import { describe, expect, it } from '@jest/globals';
import { tracked } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { stockDialect } from '../dialect/stock-dialect.js';
import { count } from '../testing/pump-target.spec-support.js';
import { endAt, next, SUBSCRIBED, setUpSubscription as setUp } from '../testing/subscription-setup.spec-support.js';
import { Subscription } from './subscription.js';

describe('Subscription', () => {
  it('answers its subscribe, then sends every event with its position, then the end', async () => {
    const { host, subscription } = setUp(() => count(2));
    subscription.start();
    expect(await host.said()).toEqual([SUBSCRIBED, next(1, 1), next(2, 2), endAt(3)]);
    expect(host.subscriptions.count).toBe(0);
    expect(host.endedCount).toBe(1);
  });

  it('sends no more events than were granted, and goes on with each grant', async () => {
    const { host, subscription } = setUp(() => count(), { credit: 1 });
    subscription.start();
    expect(await host.said()).toEqual([SUBSCRIBED, next(1, 1)]);
    subscription.grant(0);
    expect(await host.said()).toEqual([]);
    subscription.grant(2);
    expect(await host.said()).toEqual([next(2, 2), next(3, 3)]);
    subscription.abandon();
  });

  it('tells the end of an observable without any credit', async () => {
    const { host, subscription } = setUp(() => observable<number>((observer) => observer.complete()), { credit: 0 });
    subscription.start();
    expect(await host.said()).toEqual([SUBSCRIBED, endAt(1)]);
  });

  it('tells the end of an observable with its last event, although that took the last credit', async () => {
    const emit = () =>
      observable<number>((observer) => {
        observer.next(1);
        observer.complete();
      });
    const { host, subscription } = setUp(emit, { credit: 1 });
    subscription.start();
    expect(await host.said()).toEqual([SUBSCRIBED, next(1, 1), endAt(2)]);
  });

  it('adds up what is granted before it has begun', async () => {
    const { host, subscription } = setUp(() => count(), { credit: 0 });
    subscription.start();
    subscription.grant(1);
    subscription.grant(1);
    expect(await host.said()).toEqual([SUBSCRIBED, next(1, 1), next(2, 2)]);
    subscription.abandon();
  });

  it('keeps the last tracked id in the position, also past events without one', async () => {
    const { host, subscription } = setUp(async function* () {
      yield tracked('a', 1);
      yield 2;
    });
    subscription.start();
    expect((await host.said()).slice(1, 3)).toEqual([
      '{"method":"rpc.next","params":{"subscription":7,"cursor":"run.1~a","data":{"id":"a","data":1}}}',
      '{"method":"rpc.next","params":{"subscription":7,"cursor":"run.2~a","data":2}}',
    ]);
  });

  it('hands the tracked id of the position to the procedure, and goes on from it', async () => {
    const inputs: unknown[] = [];
    const { host, subscription } = setUp(
      () => count(1),
      { after: 'old.3~a', input: { limit: 5 } },
      {
        run: (run) => {
          inputs.push(run.input);
          run.reached?.(run.input);
          return Promise.resolve(count(1));
        },
      },
    );
    subscription.start();
    expect((await host.said()).slice(0, 2)).toEqual([
      '{"id":1,"result":{"subscription":7,"cursor":"run.0~a","resumed":"recovered"}}',
      '{"method":"rpc.next","params":{"subscription":7,"cursor":"run.1~a","data":1}}',
    ]);
    expect(inputs).toEqual([{ limit: 5, lastEventId: 'a' }]);
  });

  it.each([
    ['run.3', 'restarted'],
    ['nonsense', 'invalid'],
  ])('tells after %p, before any event, that events may be missing: %s', async (after, reason) => {
    const { host, subscription } = setUp(() => count(1), { after });
    subscription.start();
    expect(await host.said()).toEqual([
      '{"id":1,"result":{"subscription":7,"cursor":"run.0","resumed":"gap"}}',
      `{"method":"rpc.gap","params":{"subscription":7,"reason":"${reason}","cursor":"run.1"}}`,
      next(2, 1),
      endAt(3),
    ]);
  });

  describe('whose events come too fast', () => {
    const emitFour = () =>
      observable<number>((observer) => {
        for (const event of [1, 2, 3, 4]) observer.next(event);
        observer.complete();
      });

    it('tells how many are missing, where they are missing', async () => {
      const { host, subscription } = setUp(emitFour, {}, { maxQueuedEvents: 3 });
      subscription.start();
      expect((await host.said()).slice(1, 3)).toEqual([
        '{"method":"rpc.gap","params":{"subscription":7,"reason":"overflow","dropped":1,"cursor":"run.1"}}',
        next(2, 2),
      ]);
    });

    it('ends with an error where the dialect has no word for it', async () => {
      let signal: AbortSignal | undefined;
      const run = ({ signal: given }: { signal: AbortSignal }): Promise<unknown> => {
        signal = given;
        return Promise.resolve(emitFour());
      };
      const { host, subscription } = setUp(emitFour, {}, { maxQueuedEvents: 3, dialect: stockDialect, run });
      subscription.start();
      const said = await host.said();
      expect(said).toHaveLength(3);
      expect(said[1]).toContain('1 events of \\"ticks\\" came faster than they were read; subscribe again.');
      expect(said[2]).toContain('"stopped"');
      expect(signal?.aborted).toBe(true);
    });
  });
});

describe('Subscription that fails', () => {
  it('is answered with the error of a procedure that throws before its first event', async () => {
    const { host, subscription } = setUp(() => {
      throw new Error('secret');
    });
    subscription.start();
    const said = await host.said();
    expect(said).toHaveLength(1);
    expect(JSON.parse(said[0] ?? '')).toMatchObject({ id: 1, error: { data: { code: 'INTERNAL_SERVER_ERROR' } } });
    expect(said[0]).not.toContain('secret');
    expect(host.notices).toEqual(['subscription ticks: secret']);
    expect(host.endedCount).toBe(1);
  });

  it('ends with the error of a source that throws', async () => {
    const { host, subscription } = setUp(async function* () {
      yield 1;
      throw new Error('secret');
    });
    subscription.start();
    const said = await host.said();
    expect(said.slice(0, 2)).toEqual([SUBSCRIBED, next(1, 1)]);
    expect(said).toHaveLength(3);
    expect(said[2]).toMatch(
      /^\{"method":"rpc\.end","params":\{"subscription":7,"cursor":"run\.2","error":\{"code":-32603/,
    );
    expect(host.notices).toEqual(['subscription ticks: secret']);
  });

  it.each([
    ['a value', 7],
    ['nothing', undefined],
  ])('is refused when the procedure returns %s', async (_name, output) => {
    const { host, subscription } = setUp(() => output);
    subscription.start();
    expect(await host.said()).toHaveLength(1);
    expect(host.notices).toEqual([
      'subscription ticks: The subscription "ticks" returned neither an async iterable nor an observable.',
    ]);
  });

  it.each([
    [
      'observable that cannot be subscribed to',
      () =>
        observable(() => {
          throw new Error('secret');
        }),
    ],
    [
      'iterable that cannot be read',
      () => ({
        [Symbol.asyncIterator]: () => {
          throw new Error('secret');
        },
      }),
    ],
  ])('is answered with the error of an %s', async (_name, output) => {
    const { host, subscription } = setUp(output);
    subscription.start();
    const said = await host.said();
    expect(said).toHaveLength(1);
    expect(JSON.parse(said[0] ?? '')).toMatchObject({ id: 1, error: { data: { code: 'INTERNAL_SERVER_ERROR' } } });
    expect(host.notices).toEqual(['subscription ticks: secret']);
    expect(host.subscriptions.count).toBe(0);
  });

  it('ends over an event that cannot travel, and lets its source go', async () => {
    let hasCleanedUp = false;
    const { host, subscription } = setUp(async function* () {
      try {
        yield { price: 10n };
      } finally {
        hasCleanedUp = true;
      }
    });
    subscription.start();
    const said = await host.said();
    expect(said).toHaveLength(2);
    expect(said[1]).toContain('rpc.end');
    expect(host.notices[0]).toContain('An event of "ticks" cannot travel. price: ');
    expect(hasCleanedUp).toBe(true);
  });

  it('is refused when its input cannot be read', async () => {
    const { host, subscription } = setUp(() => count());
    const codec = { encode: () => undefined, decode: () => host.session.codecs.output.encode(1n) };
    const session = { ...host.session, codecs: { ...host.session.codecs, input: codec } };
    new Subscription(host, subscription.call, 8, session, host.sink).start();
    const said = await host.said();
    expect(said).toHaveLength(1);
    expect(JSON.parse(said[0] ?? '')).toMatchObject({ error: { code: -32602, data: { code: 'BAD_REQUEST' } } });
  });
});
