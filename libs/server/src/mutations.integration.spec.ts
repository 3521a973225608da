import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import superjson from 'superjson';
import type { IdempotencyStore } from './idempotency/idempotency-store.js';
import { createMemoryIdempotencyStore } from './idempotency/memory-idempotency-store.js';
import type { ServerOptions } from './options.js';
import { useHarness } from './testing/harness.spec-support.js';
import { createLedger } from './testing/ledger.spec-support.js';
import { MovableClock } from './testing/movable-clock.spec-support.js';
import type { RawPeer } from './testing/raw-peer.spec-support.js';

describe('Mutations with keys', () => {
  const harness = useHarness();

  async function setUp(options: Partial<ServerOptions<ReturnType<typeof createLedger>['router']>> = {}) {
    const ledger = createLedger();
    const serving = await harness.serve({
      router: ledger.router,
      heartbeatMs: 0,
      createContext: ({ info }) => ({ user: info.connectionParams?.['user'] ?? null }),
      principal: ({ user }) => user,
      ...options,
    });
    const connect = async (user = 'ada', instance = 'i1'): Promise<{ peer: RawPeer; epoch: string | null }> => {
      const peer = await harness.connect(serving.url);
      const hello = { connectionParams: { user }, client: { instance } };
      const { result } = await peer.answerTo(peer.request('rpc.hello', hello, 'hello'));
      const { epoch = null } = result as { epoch?: string };
      return { peer, epoch };
    };
    return { ...ledger, ...serving, connect };
  }

  it('gives the same answer to a call that comes again on another connection, and runs it once', async () => {
    const { connect, ran } = await setUp();
    const one = await connect();
    const call = { input: { total: 3 }, key: 'k' };
    expect(await one.peer.call('add', call)).toMatchObject({ result: { output: { id: 1 } } });
    one.peer.socket.terminate();
    const { peer } = await connect();
    expect(await peer.call('add', { ...call, sent: { epoch: one.epoch } })).toMatchObject({
      result: { output: { id: 1 }, replayed: true },
    });
    expect(ran).toEqual(['ada adds 3']);
  });

  it('gives the same error too', async () => {
    const { connect, ran } = await setUp();
    const { peer, epoch } = await connect();
    const call = { input: { total: -3 }, key: 'k' };
    expect(await peer.call('add', call)).toMatchObject({ error: { code: -32_009, data: { code: 'CONFLICT' } } });
    expect(await peer.call('add', { ...call, sent: { epoch } })).toMatchObject({
      error: { code: -32_009, message: 'Less than nothing', data: { code: 'CONFLICT', replayed: true } },
    });
    expect(ran).toHaveLength(1);
  });

  it('goes on for a call whose connection was cut, which finds it running when it comes back', async () => {
    const { connect, ran, started, released, server } = await setUp();
    const one = await connect();
    one.peer.request('slow', { key: 'k' });
    await started.opened;
    one.peer.socket.terminate();
    const two = await connect();
    const id = two.peer.request('slow', { key: 'k', sent: { epoch: one.epoch } });
    await two.peer.call('count');
    released.open();
    expect(await two.peer.answerTo(id)).toMatchObject({ result: { output: 'slow but sure', replayed: true } });
    expect(ran).toEqual(['slow']);
    expect(server.stats()).toMatchObject({ callsRunning: 0, callsAbandoned: 1 });
  });

  it('refuses an input without keeping it: corrected under the same key it belongs to something else no more', async () => {
    const { connect, ran } = await setUp();
    const { peer } = await connect();
    expect(await peer.call('add', { input: {}, key: 'k' })).toMatchObject({ error: { data: { code: 'BAD_REQUEST' } } });
    expect(await peer.call('add', { input: { total: 1 }, key: 'k' })).toHaveProperty('result');
    expect(ran).toHaveLength(1);
  });

  it.each([
    ['another input', 'ada', 'add', { total: 4 }],
    ['another procedure', 'ada', 'again', { total: 3 }],
    ['another principal', 'bob', 'add', { total: 3 }],
  ])('refuses a key for %s', async (_name, user, path, input) => {
    const { connect, ran } = await setUp();
    await (await connect()).peer.call('add', { input: { total: 3 }, key: 'k' });
    const { peer } = await connect(user);
    expect(await peer.call(path, { input, key: 'k' })).toMatchObject({
      error: { code: -32_052, data: { code: 'KEY_REUSED' } },
    });
    expect(ran).toHaveLength(1);
  });

  it('binds a key to the instance of a client behind which nobody in particular is', async () => {
    const { connect } = await setUp({ principal: () => null });
    const call = { input: { total: 3 }, key: 'k' };
    await (await connect('ada', 'one')).peer.call('add', call);
    expect(await (await connect('ada', 'one')).peer.call('add', call)).toMatchObject({ result: { replayed: true } });
    expect(await (await connect('ada', 'two')).peer.call('add', call)).toMatchObject({
      error: { data: { code: 'KEY_REUSED' } },
    });
  });

  it('does not take a call for new whose first sending somebody else was told the epoch of', async () => {
    const { connect, ran } = await setUp();
    const { epoch } = await connect('ada');
    const { peer } = await connect('bob');
    expect(await peer.call('add', { input: { total: 3 }, key: 'k', sent: { epoch } })).toMatchObject({
      error: { code: -32_051, data: { code: 'OUTCOME_UNKNOWN' } },
    });
    expect(ran).toEqual([]);
  });

  it('runs on another server what certainly did not run, and says of the rest that it does not know', async () => {
    const clock = new MovableClock();
    const idempotency = createMemoryIdempotencyStore({ clock });
    const [one, two] = [await setUp({ idempotency, clock }), await setUp({ idempotency, clock })];
    const first = await one.connect();
    const second = await two.connect();
    const sent = { epoch: first.epoch };
    if (first.epoch !== null) {
      expect(await second.peer.call('add', { input: { total: 1 }, key: 'never came', sent })).toHaveProperty('result');
    }
    await first.peer.call('add', { input: { total: 2 }, key: 'came' });
    expect(await second.peer.call('add', { input: { total: 2 }, key: 'came', sent })).toMatchObject({
      result: { replayed: true },
    });
    const other = { epoch: 'of-another-life.0' };
    expect(await second.peer.call('add', { input: { total: 3 }, key: 'x', sent: other })).toMatchObject({
      error: { data: { code: 'OUTCOME_UNKNOWN' } },
    });
  });

  it('demands a key where the policy does, and tells the procedure a name made from it', async () => {
    const { connect } = await setUp();
    const { peer } = await connect();
    expect(await peer.call('keyed')).toMatchObject({ error: { data: { code: 'PRECONDITION_REQUIRED' } } });
    expect(await peer.call('keyed', { key: 'k' })).toMatchObject({
      result: { output: expect.stringMatching(/^[\w-]{43}$/) },
    });
  });

  it('passes over keys where the policy has them off', async () => {
    const { connect, ran } = await setUp();
    const { peer } = await connect();
    for (let turn = 0; turn < 2; turn += 1) {
      expect(await peer.call('unkeyed', { key: 'k' })).toMatchObject({ result: { output: 'none' } });
    }
    expect(ran).toHaveLength(2);
    expect(await peer.call('unkeyed', { key: 'k', sent: { epoch: null } })).toMatchObject({
      error: { data: { code: 'OUTCOME_UNKNOWN' } },
    });
  });

  it('runs again what may, with a key or without', async () => {
    const { connect } = await setUp();
    const { peer } = await connect();
    expect(await peer.call('again', { sent: { epoch: null } })).toMatchObject({ result: { output: 1 } });
    expect(await peer.call('again', { key: 'k', sent: { epoch: null } })).toMatchObject({ result: { output: 2 } });
  });

  it('aborts the signal by a cancel and by a deadline, as for any call', async () => {
    const clock = new MovableClock();
    const one = await setUp({ clock });
    const { peer } = await one.connect();
    const id = peer.request('stoppable', { key: 'k' });
    await one.started.opened;
    peer.notify('rpc.cancel', { id });
    expect(await peer.answerTo(id)).toMatchObject({ error: { data: { code: 'CANCELLED' } } });

    const two = await setUp({ clock });
    const late = await two.connect();
    const lateId = late.peer.request('stoppable', { key: 'k', deadlineMs: 250 });
    await two.started.opened;
    clock.advance(250);
    expect(await late.peer.answerTo(lateId)).toMatchObject({ error: { data: { code: 'TIMEOUT' } } });
    expect(await two.aborted.opened).toMatchObject({ name: 'TimeoutError' });
  });

  it('aborts the signal when the connection is gone and nobody comes back in time', async () => {
    const clock = new MovableClock();
    const { connect, started, aborted, url, server } = await setUp({ clock, mutations: { graceMs: 5000 } });
    const { peer } = await connect();
    peer.request('stoppable', { key: 'k' });
    await started.opened;
    const other = await harness.native(url);
    peer.socket.terminate();
    await peer.closed;
    while (server.connectionCount > 1) await other.call('count');
    clock.advance(5000);
    expect(await aborted.opened).toMatchObject({ name: 'AbortError' });
  });

  it('aborts the signal of the oldest when more are left behind than may be', async () => {
    const { connect, started, aborted } = await setUp({ mutations: { maxOrphaned: 1 } });
    for (const key of ['a', 'b']) {
      const { peer } = await connect();
      peer.request('stoppable', { key });
      await started.opened;
      await peer.call('count');
      peer.socket.terminate();
    }
    expect(await aborted.opened).toMatchObject({ name: 'AbortError' });
  });

  it('keeps no answer that is too long, and says that it ran', async () => {
    const { connect, ran } = await setUp({ mutations: { maxResultBytes: 5 } });
    const { peer, epoch } = await connect();
    expect(await peer.call('add', { input: { total: 3 }, key: 'k' })).toHaveProperty('result');
    expect(await peer.call('add', { input: { total: 3 }, key: 'k', sent: { epoch } })).toMatchObject({
      error: {
        message:
          '"add" ran, but its answer of 8 characters was not kept: more than 5 (option mutations.maxResultBytes).',
        data: { code: 'OUTCOME_UNKNOWN', ran: true, replayed: true },
      },
    });
    expect(ran).toHaveLength(1);
  });

  it('waits for another server for as long as that holds its lease', async () => {
    const clock = new MovableClock();
    const idempotency = createMemoryIdempotencyStore({ clock });
    // What a server does that has died: nothing.
    const dying: IdempotencyStore = {
      epoch: (owner, known) => idempotency.epoch(owner, known),
      begin: (request) => idempotency.begin(request),
      renew: () => true,
      complete: () => true,
      release: () => true,
      close: () => undefined,
    };
    const mutations = { leaseMs: 3000 };
    const one = await setUp({ idempotency: dying, clock, mutations });
    const two = await setUp({ idempotency, clock, mutations });
    const first = await one.connect();
    first.peer.request('slow', { key: 'k' });
    await one.started.opened;
    const second = await two.connect();
    const id = second.peer.request('slow', { key: 'k', sent: { epoch: first.epoch } });
    await second.peer.call('count');
    clock.advance(2999);
    await second.peer.call('count');
    expect(second.peer.untaken).toEqual([]);
    clock.advance(1);
    expect(await second.peer.answerTo(id)).toMatchObject({ error: { data: { code: 'OUTCOME_UNKNOWN' } } });
    expect(two.ran).toEqual([]);
  });

  it('keeps what the transformer wrote, dates and all', async () => {
    const t = initTRPC.create({ transformer: superjson });
    let count = 0;
    const { url } = await harness.serve({
      router: t.router({ now: t.procedure.mutation(() => ({ at: new Date(1000), count: (count += 1) })) }),
    });
    const peer = await harness.native(url, { payload: 'transformed' });
    const first = await peer.call('now', { key: 'k' });
    const { result } = (await peer.call('now', { key: 'k' })) as { result: { output: never; replayed: boolean } };
    expect(first['result']).toEqual({ output: result.output });
    expect(superjson.deserialize(result.output)).toEqual({ at: new Date(1000), count: 1 });
  });

  it('aborts what still runs when the server closes', async () => {
    const { connect, started, aborted, server } = await setUp();
    const { peer } = await connect();
    peer.request('stoppable', { key: 'k' });
    await started.opened;
    await server.close({ timeoutMs: 1 });
    expect(await aborted.opened).toMatchObject({ name: 'AbortError' });
  });

  it('says at the start what makes no sense', () => {
    const { router } = createLedger();
    const start = (options: object) => harness.serve({ router, ...options } as never);
    return Promise.all([
      expect(start({ mutations: { leaseMs: 0 } })).rejects.toThrow('The option mutations.leaseMs is 0'),
      expect(start({ mutations: { graceMs: -1 } })).rejects.toThrow('The option mutations.graceMs is -1'),
    ]);
  });
});
