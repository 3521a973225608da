import { describe, expect, it } from '@jest/globals';
import { initTRPC, lazy } from '@trpc/server';
import type { Call } from '@trunkline/protocol';
import { stockDialect } from '../dialect/stock-dialect.js';
import { createCall, FakeHost, type FakeHostOptions } from '../testing/fake-host.spec-support.js';
import { Gate } from '../testing/gate.spec-support.js';
import { Dispatcher } from './dispatcher.js';

const t = initTRPC.create();

function createRouter() {
  const gate = new Gate();
  const runs: string[] = [];
  const router = t.router({
    add: t.procedure.mutation(() => {
      runs.push('add');
      return 'added';
    }),
    get: t.procedure.query(() => 'got'),
    wait: t.procedure.query(() => gate.opened),
    ticks: t.procedure.subscription(async function* () {
      yield 1;
      await gate.opened;
    }),
    lazily: lazy(async () => {
      await gate.opened;
      return t.router({
        get: t.procedure.query(() => {
          runs.push('lazily.get');
          return 'late';
        }),
      });
    }),
    broken: lazy(async (): Promise<ReturnType<typeof t.router>> => {
      throw new Error('secret');
    }),
  });
  return { gate, runs, router };
}

function setUp(options: FakeHostOptions = {}) {
  const { router, gate, runs } = createRouter();
  const host = new FakeHost({ router, ...options });
  const dispatcher = new Dispatcher(host);
  const call = (id: number | string, path: string, members: Partial<Call> = {}): void =>
    dispatcher.handle(createCall({ id, path, ...members }), host.session, host.sink);
  return { host, dispatcher, gate, runs, call };
}

interface Reply {
  readonly id: unknown;
  readonly error?: {
    readonly code: number;
    readonly message: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
}

async function replies(host: FakeHost): Promise<readonly Reply[]> {
  return (await host.said()).map((frame) => JSON.parse(frame) as Reply);
}

describe('Dispatcher', () => {
  it('runs calls side by side and answers each when it is done', async () => {
    const { host, gate, call } = setUp();
    call(1, 'wait');
    call(2, 'get');
    expect(await host.said()).toEqual(['{"id":2,"result":{"output":"got"}}']);
    gate.open();
    expect(await host.said()).toEqual(['{"id":1,"result":{}}']);
  });

  it.each(['nothing', 'constructor', '__proto__', 'toString', 'lazily', 'get.get', '', 'lazily.constructor'])(
    'finds no procedure on %p',
    async (path) => {
      const { host, gate, call } = setUp();
      gate.open();
      call(1, path);
      const [reply] = await replies(host);
      expect(reply).toMatchObject({ id: 1, error: { code: -32601, data: { code: 'NOT_FOUND' } } });
    },
  );

  it('tells a stock client that the procedure is of another kind', async () => {
    const { host, call } = setUp({ dialect: stockDialect });
    call(1, 'add', { kind: 'query', echoesJsonrpc: false });
    const [reply] = await replies(host);
    expect(reply?.error?.message).toBe('No "query"-procedure on path "add"');
  });

  it('loads a lazy router with its first call', async () => {
    const { host, gate, call } = setUp();
    call(1, 'lazily.get');
    expect(await host.said()).toEqual([]);
    gate.open();
    expect(await host.said()).toEqual(['{"id":1,"result":{"output":"late"}}']);
  });

  it('does not run a call whose connection is gone when its router has loaded', async () => {
    const { host, gate, call, runs } = setUp();
    call(1, 'lazily.get');
    host.isOpen = false;
    gate.open();
    expect(await host.said()).toEqual([]);
    expect(runs).toEqual([]);
  });

  it('lets no more calls wait for a router than may run', async () => {
    const { host, gate, call } = setUp({ limits: { maxCallsInFlight: 2 } });
    for (const id of [1, 2, 3]) call(id, 'lazily.get');
    expect(await replies(host)).toMatchObject([{ id: 3, error: { data: { limit: 'maxCallsInFlight', ran: false } } }]);
    gate.open();
    expect(await host.said()).toHaveLength(2);
    for (const id of [1, 2, 3]) {
      call(id, 'broken.get');
      expect((await replies(host))[0]?.error?.data['code']).toBe('INTERNAL_SERVER_ERROR');
    }
  });

  it('fails a call into a router that cannot be loaded, and says nothing more', async () => {
    const { host, call } = setUp();
    call(1, 'broken.get');
    const [reply] = await replies(host);
    expect(reply?.error).toMatchObject({ message: 'Internal server error', data: { code: 'INTERNAL_SERVER_ERROR' } });
    expect(host.notices).toEqual(['unknown broken.get: secret']);
  });

  it('does not run a mutation that may have run before', async () => {
    const { host, call, runs } = setUp();
    call(1, 'add', { sent: { epoch: null } });
    call(2, 'get', { sent: { epoch: null } });
    expect(await replies(host)).toMatchObject([
      { id: 1, error: { data: { code: 'OUTCOME_UNKNOWN' } } },
      { id: 2, result: {} },
    ]);
    expect(runs).toEqual([]);
  });

  it('begins nothing while the server is stopping, and says that it did not run', async () => {
    for (const [options, code] of [
      [{}, 'SHUTTING_DOWN'],
      [{ dialect: stockDialect }, 'SERVICE_UNAVAILABLE'],
    ] as const) {
      const { host, call, runs } = setUp(options);
      host.isDraining = true;
      call(1, 'add');
      const [reply] = await replies(host);
      expect(reply).toMatchObject({ id: 1, error: { data: { code, ran: false } } });
      expect(runs).toEqual([]);
    }
  });

  describe('at a limit', () => {
    it('refuses one call too many, names the limit, and takes the next when there is room', async () => {
      const { host, gate, call } = setUp({ limits: { maxCallsInFlight: 1 } });
      call(1, 'wait');
      call(2, 'get');
      const [reply] = await replies(host);
      expect(reply?.error).toMatchObject({
        message: '1 calls are running on this connection and the limit is 1 (option limits.maxCallsInFlight).',
        data: { code: 'TOO_MANY_REQUESTS', ran: false, limit: 'maxCallsInFlight' },
      });
      gate.open();
      await host.said();
      call(3, 'get');
      expect(await host.said()).toEqual(['{"id":3,"result":{"output":"got"}}']);
    });

    it('refuses one subscription too many and counts calls apart', async () => {
      const { host, call } = setUp({ limits: { maxSubscriptions: 1, maxCallsInFlight: 1 } });
      call(1, 'ticks');
      call(2, 'ticks');
      call(3, 'get');
      const said = await replies(host);
      expect(said.find(({ id }) => id === 2)?.error?.data).toMatchObject({ limit: 'maxSubscriptions', ran: false });
      expect(said.find(({ id }) => id === 3)).toMatchObject({ result: { output: 'got' } });
    });
  });

  describe('with ids', () => {
    it('ends a native connection over an id that is in use', async () => {
      for (const path of ['wait', 'ticks']) {
        const { host, call } = setUp();
        call('a', path);
        await host.said();
        call('a', 'get');
        expect(host.violations).toEqual(['The id "a" is in use.']);
        expect(await host.said()).toEqual([]);
      }
    });

    it('lets an id be used again once it is answered, although its procedure still runs', async () => {
      const { host, call } = setUp();
      call(1, 'wait', { deadlineMs: 10 });
      host.clock.advance(10);
      await host.said();
      call(1, 'get');
      expect(host.violations).toEqual([]);
      expect(await host.said()).toEqual(['{"id":1,"result":{"output":"got"}}']);
    });

    it('lets a stock client use an id twice, but for subscriptions', async () => {
      const { host, call, gate } = setUp({ dialect: stockDialect });
      call(1, 'wait', { kind: 'query' });
      call(1, 'get', { kind: 'query' });
      gate.open();
      expect(await host.said()).toHaveLength(2);
      const other = setUp({ dialect: stockDialect });
      other.call(1, 'ticks', { kind: 'subscription' });
      other.call(1, 'ticks', { kind: 'subscription' });
      expect((await replies(other.host))[0]?.error).toMatchObject({ message: 'Duplicate id 1' });
      expect(other.host.violations).toEqual([]);
    });

    it('gives every subscription of a connection a number of its own, never used again', async () => {
      const { host, dispatcher, call } = setUp();
      const numbers: unknown[] = [];
      for (const id of [1, 2, 3]) {
        call(id, 'ticks');
        const answer = (await host.said()).find((frame) => frame.includes('"resumed"'));
        numbers.push((JSON.parse(answer ?? '') as { result: { subscription: number } }).result.subscription);
        dispatcher.handle({ type: 'cancel', call: id }, host.session, host.sink);
      }
      expect(numbers).toEqual([1, 2, 3]);
      expect(host.subscriptions.count).toBe(0);
    });
  });

  describe('with messages about what runs', () => {
    it('cancels a call and a subscription by their ids, and passes over ids it does not know', async () => {
      const { host, dispatcher, call } = setUp({
        run: (run) =>
          new Promise((_resolve, reject) => {
            run.signal.addEventListener('abort', () => reject(new Error('aborted')));
          }),
      });
      call(1, 'get');
      call(2, 'ticks');
      await host.said();
      for (const id of [1, 2, 3, 'x']) dispatcher.handle({ type: 'cancel', call: id }, host.session, host.sink);
      const said = await replies(host);
      expect(new Map(said.map(({ id, error }) => [id, error?.data['code']]))).toEqual(
        new Map([
          [1, 'CANCELLED'],
          [2, 'CANCELLED'],
        ]),
      );
      expect(said).toHaveLength(2);
    });

    it('grants credit to the subscription that is named, and passes over numbers it does not know', async () => {
      const { host, dispatcher, call } = setUp();
      call(1, 'ticks', { credit: 0 });
      expect(await host.said()).toHaveLength(1);
      dispatcher.handle({ type: 'credit', subscription: 9, add: 1, seen: undefined }, host.session, host.sink);
      expect(await host.said()).toHaveLength(0);
      dispatcher.handle({ type: 'credit', subscription: 1, add: 1, seen: undefined }, host.session, host.sink);
      expect(await host.said()).toHaveLength(1);
    });

    it('answers an unsubscribe, and refuses one of a number that is not there', async () => {
      const { host, dispatcher, call } = setUp();
      call(1, 'ticks');
      await host.said();
      dispatcher.handle({ type: 'unsubscribe', id: 2, subscription: 1 }, host.session, host.sink);
      dispatcher.handle({ type: 'unsubscribe', id: 3, subscription: 1 }, host.session, host.sink);
      expect(await replies(host)).toMatchObject([
        { id: 2, result: {} },
        { id: 3, error: { message: 'No subscription has the number 1.', data: { code: 'NOT_FOUND' } } },
      ]);
    });

    it('answers a ping and says nothing to a pong', async () => {
      const { host, dispatcher } = setUp();
      dispatcher.handle({ type: 'ping', id: 5 }, host.session, host.sink);
      dispatcher.handle({ type: 'pong' }, host.session, host.sink);
      expect(await host.said()).toEqual(['{"id":5,"result":{}}']);
    });
  });
});
