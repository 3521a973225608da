import { describe, expect, it } from '@jest/globals';
import { initTRPC, lazy, TRPCError } from '@trpc/server';
import { stockDialect } from '../dialect/stock-dialect.js';
import { FakeConnection, type FakeConnectionOptions } from '../testing/fake-connection.spec-support.js';
import { Gate, whenAborted } from '../testing/gate.spec-support.js';

const t = initTRPC.create();

function setUp(options: FakeConnectionOptions = {}) {
  const gate = new Gate();
  const log: string[] = [];
  const router = t.router({
    get: t.procedure.query(() => 'got'),
    wait: t.procedure.query(({ signal }) => {
      log.push('runs');
      void whenAborted(signal).then(() => log.push('aborted'));
      return gate.opened;
    }),
    ticks: t.procedure.subscription(async function* () {
      try {
        for (let number = 1; ; number += 1) yield number;
      } finally {
        log.push('cleaned up');
      }
    }),
    lazily: lazy(async () => {
      await gate.opened;
      return t.router({ get: t.procedure.query(() => log.push('runs lazily')) });
    }),
  });
  return { fake: new FakeConnection({ router, ...options }), gate, log };
}

const GET = { id: 1, method: 'get' };
const GOT = '{"id":1,"result":{"output":"got"}}';

describe('Connection', () => {
  it('answers a hello, and after it the calls that came in the same breath', async () => {
    const { fake } = setUp();
    fake.send({ id: 'hello', method: 'rpc.hello' }, GET, { id: 2, method: 'rpc.ping' });
    const said = await fake.said();
    expect(said.map((frame) => frame.slice(0, 13))).toEqual(['{"id":2,"resu', '{"id":"hello"', '{"id":1,"resu']);
    expect(JSON.parse(said[1] ?? '')).toMatchObject({ result: { server: { name: 'server', version: '1' } } });
  });

  it('lets calls wait for a hello that comes after them', async () => {
    const { fake } = setUp();
    fake.send(GET);
    expect(await fake.said()).toEqual([]);
    fake.send({ id: 'hello', method: 'rpc.hello' });
    expect((await fake.said()).at(-1)).toBe(GOT);
  });

  it('closes over a second hello', async () => {
    const { fake } = setUp();
    await fake.greeted();
    fake.send({ id: 2, method: 'rpc.hello' });
    const [answer, ...rest] = await fake.said();
    expect(JSON.parse(answer ?? '')).toMatchObject({ id: null, error: { data: { code: 'BAD_REQUEST' } } });
    expect(rest).toEqual(['resume', 'close 4000 A second rpc.hello came on this connection.']);
    fake.send(GET);
    expect(await fake.said()).toEqual([]);
  });

  it('answers a batch with one array, and what is no request in it with nothing', async () => {
    const { fake } = setUp();
    await fake.greeted();
    fake.sendBatch(GET, { method: 'rpc.cancel', params: { id: 9 } }, { id: 2, method: 'get' });
    expect(await fake.said()).toEqual([`[${GOT},{"id":2,"result":{"output":"got"}}]`]);
    fake.sendBatch({ method: 'rpc.cancel', params: { id: 9 } });
    expect(await fake.said()).toEqual([]);
  });

  it('answers what breaks the protocol, under the id where there is one', async () => {
    const { fake } = setUp();
    await fake.greeted();
    fake.connection.message('{');
    fake.connection.message('{"jsonrpc":"1.0","id":7,"method":"get"}');
    fake.connection.binary();
    fake.send({ method: 'get' }, GET);
    const said = (await fake.said()).map((frame) => JSON.parse(frame) as { id: unknown; error?: { code: number } });
    expect(said.map(({ id, error }) => [id, error?.code])).toEqual([
      [null, -32700],
      [7, -32600],
      [null, -32700],
      [1, undefined],
    ]);
  });

  it('answers every request that waited when the context fails, in order, runs none, then closes', async () => {
    const { fake } = setUp({
      createContext: () => Promise.reject(new TRPCError({ code: 'UNAUTHORIZED', message: 'who are you?' })),
    });
    fake.send(
      { id: 'a', method: 'rpc.hello' },
      { id: 'b', method: 'wait' },
      { id: 'c', method: 'rpc.unsubscribe', params: { subscription: 1 } },
    );
    const said = await fake.said();
    const answers = said.slice(0, 3).map((frame): unknown => JSON.parse(frame));
    expect(answers).toMatchObject([
      { id: 'a', error: { message: 'who are you?', data: { code: 'UNAUTHORIZED' } } },
      { id: 'b', error: { message: 'who are you?', data: { code: 'UNAUTHORIZED', ran: false } } },
      { id: 'c', error: { message: 'who are you?', data: { code: 'UNAUTHORIZED', ran: false } } },
    ]);
    expect(said.slice(3)).toEqual(['resume', 'close 4300 the context could not be made']);
  });

  it('closes over connection params of a stock client that make no sense, with no code', async () => {
    const { fake } = setUp({ dialect: stockDialect });
    fake.connection.message('{"method":"connectionParams","data":{"token":7}}');
    const said = await fake.said();
    expect(said[0]).toContain('The connection param \\"token\\" is not a string.');
    expect(said.slice(1)).toEqual(['resume', 'close']);
  });

  it('gives each item of a stock batch an answer of its own', async () => {
    const { fake } = setUp({ dialect: stockDialect, greets: false });
    fake.connection.message(
      '[{"id":1,"method":"query","params":{"path":"get"}},7,{"id":2,"method":"query","params":{"path":"get"}}]',
    );
    const said = await fake.said();
    expect(said.filter((frame) => frame.includes('"got"'))).toHaveLength(2);
    expect(said).toHaveLength(3);
  });
});

describe('Connection that ends', () => {
  it('aborts the signal of a context that is being made', async () => {
    const gate = new Gate<object>();
    let signal: AbortSignal | undefined;
    const { fake } = setUp({
      createContext: (_params, abortion) => {
        ({ signal } = abortion);
        return gate.opened;
      },
    });
    fake.send({ id: 'hello', method: 'rpc.hello' });
    await fake.said();
    expect(signal?.aborted).toBe(false);
    fake.connection.closed();
    expect(signal?.aborted).toBe(true);
    gate.open({});
    expect(await fake.said()).toEqual([]);
  });

  it('aborts what runs, lets sources clean up, and says nothing more', async () => {
    const { fake, gate, log } = setUp();
    await fake.greeted();
    fake.send({ id: 1, method: 'wait' }, { id: 2, method: 'ticks', params: { credit: 1 } });
    await fake.said();
    fake.connection.closed(1000);
    gate.open();
    expect(await fake.said()).toEqual([]);
    expect(new Set(log)).toEqual(new Set(['runs', 'aborted', 'cleaned up']));
    expect(fake.closedCount).toBe(1);
    expect(fake.clock.pendingCount).toBe(0);
  });

  it('lets everything go when it begins to close, because nothing can be sent any more', async () => {
    const { fake, log } = setUp();
    await fake.greeted();
    fake.send({ id: 1, method: 'wait' }, { id: 2, method: 'ticks', params: { credit: 1 } });
    await fake.said();
    fake.connection.close(1012, 'the server is stopping');
    fake.connection.close(4000, 'again');
    expect(await fake.said()).toEqual(['resume', 'close 1012 the server is stopping']);
    expect(new Set(log)).toEqual(new Set(['runs', 'aborted', 'cleaned up']));
    expect(fake.closedCount).toBe(0);
  });

  it('sends what is queued before it closes', async () => {
    const { fake } = setUp();
    await fake.greeted();
    fake.send({ id: 3, method: 'rpc.ping' });
    fake.connection.close(1012, 'bye');
    expect(await fake.said()).toEqual(['{"id":3,"result":{}}', 'resume', 'close 1012 bye']);
  });

  it('runs no call whose router loads only afterwards', async () => {
    const { fake, gate, log } = setUp();
    await fake.greeted();
    fake.send({ id: 1, method: 'lazily.get' });
    await fake.said();
    fake.connection.closed();
    gate.open();
    expect(await fake.said()).toEqual([]);
    expect(log).toEqual([]);
  });

  it('makes no session of a context that comes too late', async () => {
    const gate = new Gate<object>();
    const { fake, log } = setUp({ createContext: () => gate.opened });
    fake.send({ id: 'hello', method: 'rpc.hello' }, { id: 1, method: 'wait' });
    fake.connection.closed();
    gate.open({});
    expect(await fake.said()).toEqual([]);
    expect(log).toEqual([]);
  });

  it('drains: begins nothing, and calls back once the last call is answered', async () => {
    const { fake, gate } = setUp();
    await fake.greeted();
    fake.send({ id: 1, method: 'wait' });
    await fake.said();
    const idle: string[] = [];
    fake.connection.drain(() => idle.push('idle'));
    fake.send({ id: 2, method: 'get' });
    expect((await fake.said())[0]).toContain('SHUTTING_DOWN');
    expect(idle).toEqual([]);
    gate.open();
    expect(await fake.said()).toEqual(['{"id":1,"result":{}}']);
    expect(idle).toEqual(['idle']);
  });

  it('drains what waits for a router, which has not begun: it is answered at once', async () => {
    const { fake, log } = setUp();
    await fake.greeted();
    fake.send({ id: 1, method: 'lazily.get' });
    const idle: string[] = [];
    fake.connection.drain(() => idle.push('idle'));
    expect(idle).toEqual(['idle']);
    expect((await fake.said())[0]).toContain('"id":1,"error":{"code":-32053');
    expect(log).toEqual([]);
  });

  it('closes a peer that pings and does not read the pongs', async () => {
    const { fake } = setUp();
    await fake.greeted();
    fake.socket.bufferedBytes = 2 ** 27;
    fake.connection.pinged();
    expect((await fake.said()).at(-1)).toMatch(/^close 4103 134217728 bytes are unsent/);
  });

  it('drains at once when nothing runs', async () => {
    const { fake } = setUp();
    const idle: string[] = [];
    fake.connection.drain(() => idle.push('idle'));
    expect(idle).toEqual(['idle']);
  });
});

describe('Connection to a peer that lags or is silent', () => {
  const BIG = 'x'.repeat(2 * 1024 * 1024);
  const router = t.router({ big: t.procedure.query(() => BIG) });

  it('closes when the peer reads nothing for too long', async () => {
    const { fake } = setUp({ router });
    await fake.greeted();
    fake.send({ id: 1, method: 'big' });
    await fake.said();
    fake.clock.advance(30_000);
    expect((await fake.said()).at(-1)).toMatch(/^close 4103 nothing was read for 30000 ms with \d+ bytes unsent/);
  });

  it('knows whether it was heard since it last asked', async () => {
    const { fake } = setUp();
    expect(fake.connection.hasBeenHeard).toBe(true);
    fake.connection.ping();
    expect(fake.connection.hasBeenHeard).toBe(false);
    fake.connection.pong();
    expect(fake.connection.hasBeenHeard).toBe(true);
    fake.connection.ping();
    fake.connection.message('{}');
    expect(fake.connection.hasBeenHeard).toBe(true);
    fake.connection.ping();
    fake.connection.binary();
    expect(fake.connection.hasBeenHeard).toBe(true);
  });

  it('does not take a peer for dead while it reads nothing of it itself', async () => {
    const { fake } = setUp({ router });
    await fake.greeted();
    fake.connection.ping();
    fake.send({ id: 1, method: 'big' });
    fake.connection.ping();
    await fake.said();
    expect(fake.connection.hasBeenHeard).toBe(true);
    fake.connection.ping();
    fake.socket.takeAll();
    expect(fake.connection.hasBeenHeard).toBe(true);
    fake.connection.ping();
    expect(fake.connection.hasBeenHeard).toBe(false);
  });
});
