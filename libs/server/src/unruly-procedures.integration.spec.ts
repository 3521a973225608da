import { describe, expect, it } from '@jest/globals';
import { initTRPC, lazy } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { useHarness } from './testing/harness.spec-support.js';
import type { RawPeer } from './testing/raw-peer.spec-support.js';

const SECRET = 'hunter2';
const t = initTRPC.create();
const never = (): Promise<never> => new Promise(() => undefined);

function fail(): never {
  throw new Error(SECRET);
}

/** A subscription to an iterator that is not what TypeScript would allow. */
function iterating(open: () => unknown) {
  return t.procedure.subscription((() => ({ [Symbol.asyncIterator]: open })) as unknown as () => AsyncIterable<number>);
}

const router = t.router({
  fine: t.procedure.query(() => 'fine'),
  calls: t.router({
    getter: t.procedure.query(() => ({
      get total(): number {
        return fail();
      },
    })),
    toJson: t.procedure.query(() => ({ toJSON: fail })),
    proxy: t.procedure.query((): object => new Proxy({}, { get: fail, has: fail, ownKeys: fail })),
    thrownProxy: t.procedure.query(() => {
      throw new Proxy(new Error('x'), { get: fail, getPrototypeOf: fail });
    }),
    lazy: lazy((): Promise<ReturnType<typeof t.router>> => fail()),
  }),
  broken: t.router({
    opening: iterating(fail),
    next: iterating(() => ({ next: fail })),
    noNext: iterating(() => ({})),
    noIterator: iterating(() => null),
    subscribing: t.procedure.subscription(() => observable(fail)),
    completing: t.procedure.subscription(() =>
      observable<number>((observer) => {
        observer.complete();
        return fail;
      }),
    ),
  }),
  untidy: t.router({
    returns: iterating(() => ({ next: never, return: fail })),
    returnsLate: iterating(() => ({ next: never, return: () => Promise.reject(new Error(SECRET)) })),
    observed: t.procedure.subscription(() => observable<number>(() => fail)),
    finished: t.procedure.subscription(async function* () {
      try {
        for (;;) yield 1;
      } finally {
        fail();
      }
    }),
  }),
});

describe('User code that throws', () => {
  const harness = useHarness();

  async function connect(): Promise<{ native: RawPeer; stock: RawPeer }> {
    const { url } = await harness.serve({ router });
    return { native: await harness.native(url), stock: await harness.stock(url) };
  }

  async function assertServed({ native, stock }: { native: RawPeer; stock: RawPeer }): Promise<void> {
    expect(await native.answerTo(native.request('fine', {}, 'after'))).toMatchObject({ result: { output: 'fine' } });
    stock.send({ id: 'after', method: 'query', params: { path: 'fine' } });
    expect(await stock.answerTo('after')).toMatchObject({ result: { data: 'fine' } });
    expect([...native.log, ...stock.log].join()).not.toContain(SECRET);
  }

  const MASKED = { message: 'Internal server error', data: { code: 'INTERNAL_SERVER_ERROR' } };

  it.each(['getter', 'toJson', 'proxy', 'thrownProxy', 'lazy.any'])(
    'around a call (%s) fails that call, masked',
    async (name) => {
      const peers = await connect();
      expect(await peers.native.call(`calls.${name}`)).toMatchObject({ error: MASKED });
      peers.stock.send({ id: 1, method: 'query', params: { path: `calls.${name}` } });
      expect(await peers.stock.answerTo(1)).toMatchObject({ error: MASKED });
      await assertServed(peers);
    },
  );

  it.each(['opening', 'next', 'noNext', 'noIterator', 'subscribing', 'completing'])(
    'in a source of events (%s) fails that subscription, masked',
    async (name) => {
      const peers = await connect();
      peers.native.request(`broken.${name}`);
      const isFailed = (message: object) => JSON.stringify(message).includes('"error"');
      expect(JSON.stringify(await peers.native.take(isFailed))).toContain(MASKED.message);
      peers.stock.send({ id: 1, method: 'subscription', params: { path: `broken.${name}` } });
      expect(await peers.stock.take(isFailed)).toMatchObject({ id: 1, error: MASKED });
      await assertServed(peers);
    },
  );

  it.each(['returns', 'returnsLate', 'observed', 'finished'])(
    'in the clean-up of a source (%s) harms nobody',
    async (name) => {
      const peers = await connect();
      await peers.native.call(`untidy.${name}`, { credit: 1 });
      expect(await peers.native.call('rpc.unsubscribe', { subscription: 1 })).toHaveProperty('result');
      peers.stock.send(
        { id: 1, method: 'subscription', params: { path: `untidy.${name}` } },
        { id: 1, method: 'subscription.stop' },
      );
      await peers.stock.take(({ result }) => (result as { type?: string } | undefined)?.type === 'stopped');
      await assertServed(peers);
    },
  );
});
