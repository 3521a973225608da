import { describe, expect, it } from '@jest/globals';
import { createTRPCClient, wsLink } from '@trpc/client';
import { initTRPC, TRPCError } from '@trpc/server';
import { Gate, whenAborted } from './testing/gate.spec-support.js';
import { useHarness } from './testing/harness.spec-support.js';
import { MovableClock } from './testing/movable-clock.spec-support.js';

const SECRET = 'connect ECONNREFUSED db:5432';
const t = initTRPC.context<{ user: string }>().create();
const ran: string[] = [];
const router = t.router({
  run: t.procedure.mutation(({ ctx }) => void ran.push(ctx.user)),
  events: t.procedure.subscription(async function* () {
    yield 1;
  }),
});

const FAILURES = [
  {
    name: 'throws',
    thrown: new Error(SECRET),
    isAsync: false,
    key: 'INTERNAL_SERVER_ERROR',
    number: -32_603,
    code: 4100,
  },
  {
    name: 'rejects',
    thrown: new Error(SECRET),
    isAsync: true,
    key: 'INTERNAL_SERVER_ERROR',
    number: -32_603,
    code: 4100,
  },
  {
    name: 'throws no error',
    thrown: SECRET as unknown as Error,
    isAsync: false,
    key: 'INTERNAL_SERVER_ERROR',
    number: -32_603,
    code: 4100,
  },
  {
    name: 'is UNAUTHORIZED',
    thrown: new TRPCError({ code: 'UNAUTHORIZED', message: 'token expired' }),
    isAsync: true,
    key: 'UNAUTHORIZED',
    number: -32_001,
    code: 4300,
  },
  {
    name: 'is FORBIDDEN',
    thrown: new TRPCError({ code: 'FORBIDDEN', message: 'not for robots' }),
    isAsync: false,
    key: 'FORBIDDEN',
    number: -32_003,
    code: 4002,
  },
  {
    name: 'is overloaded',
    thrown: new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'try later' }),
    isAsync: true,
    key: 'SERVICE_UNAVAILABLE',
    number: -32_603,
    code: 4100,
  },
];

describe.each(FAILURES)('A context that $name', ({ thrown, isAsync, key, number, code }) => {
  const harness = useHarness();
  const message = thrown instanceof TRPCError ? thrown.message : 'Internal server error';

  async function serveFailing() {
    ran.length = 0;
    const notices: unknown[] = [];
    const serving = await harness.serve({
      router,
      createContext: () => {
        if (isAsync) return Promise.reject(thrown);
        throw thrown;
      },
      onError: ({ path, type, error }) => notices.push([path, type, error.cause?.message ?? error.message]),
    });
    return { notices, serving };
  }

  it('is told to a native hello and to every call that follows it, in order, and none is run', async () => {
    const { notices, serving } = await serveFailing();
    const peer = await harness.connect(serving.url);
    peer.request('rpc.hello', {}, 'hello');
    peer.request('run', {}, 1);
    peer.request('events', {}, 2);
    peer.request('rpc.unsubscribe', { subscription: 1 }, 3);
    expect((await peer.closed).code).toBe(code);
    const error = { code: number, message, data: { code: key } };
    expect(peer.untaken).toMatchObject([
      { id: 'hello', error },
      ...[1, 2, 3].map((id) => ({ id, error: { ...error, data: { code: key, ran: false } } })),
    ]);
    expect(peer.untaken).toHaveLength(4);
    expect(peer.untaken[0]).not.toHaveProperty('error.data.ran');
    expect(peer.log.join()).not.toContain('ECONNREFUSED');
    expect(ran).toEqual([]);
    expect(notices).toEqual([[undefined, 'unknown', thrown instanceof TRPCError ? message : SECRET]]);
  });

  it('is told to the calls of one batch with hello in one array', async () => {
    const { serving } = await serveFailing();
    const peer = await harness.connect(serving.url);
    peer.send([
      { jsonrpc: '2.0', id: 'hello', method: 'rpc.hello' },
      { jsonrpc: '2.0', id: 1, method: 'run' },
    ]);
    const { value } = await peer.next();
    expect(value).toMatchObject([
      { id: 'hello', error: { message } },
      { id: 1, error: { message, data: { code: key, ran: false } } },
    ]);
    expect((await peer.closed).code).toBe(code);
  });

  it('is told to a stock peer without an id and under each id, then the socket closes without a code', async () => {
    const { serving } = await serveFailing();
    const peer = await harness.connect(`${serving.url}?connectionParams=1`, { subprotocols: [] });
    peer.send({ method: 'connectionParams', data: null });
    peer.send({ id: 1, method: 'mutation', params: { path: 'run' } });
    peer.send({ id: 2, method: 'subscription', params: { path: 'events' } });
    expect((await peer.closed).code).toBe(1005);
    expect(peer.untaken).toMatchObject([
      { id: null, error: { code: number, message } },
      { id: 1, error: { message, data: { code: key, ran: false } } },
      { id: 2, error: { message, data: { code: key, ran: false } } },
    ]);
    expect(ran).toEqual([]);
  });

  it('is told to a stock peer that has not said anything yet', async () => {
    const { serving } = await serveFailing();
    const peer = await harness.stock(serving.url);
    expect((await peer.closed).code).toBe(1005);
    expect(peer.untaken).toMatchObject([{ id: null, error: { message, data: { code: key } } }]);
  });
});

describe('A context that fails late', () => {
  const harness = useHarness();

  it('is told to the calls that waited for it', async () => {
    const gate = new Gate();
    ran.length = 0;
    const serving = await harness.serve({
      router,
      createContext: async () => {
        await gate.opened;
        throw new TRPCError({ code: 'UNAUTHORIZED', message: 'token expired' });
      },
    });
    const peer = await harness.connect(serving.url);
    peer.request('rpc.hello', {}, 'hello');
    for (const id of [1, 2, 3]) peer.request('run', {}, id);
    await peer.answerTo(peer.request('rpc.ping', undefined, 'ping'));
    gate.open();
    await peer.closed;
    expect(peer.untaken.map(({ id }) => id)).toEqual(['hello', 1, 2, 3]);
    expect(ran).toEqual([]);
  });

  it('is told to the callers of a tRPC client', async () => {
    const gate = new Gate();
    const serving = await harness.serve({
      router,
      createContext: async ({ res }) => {
        res.once('message', () => gate.open());
        await gate.opened;
        throw new TRPCError({ code: 'UNAUTHORIZED', message: 'token expired' });
      },
    });
    const socket = harness.stockSocket(serving.url);
    const client = createTRPCClient<typeof router>({ links: [wsLink({ client: socket })] });
    const calls = Promise.allSettled([client.run.mutate(), client.run.mutate()]);
    expect(await calls).toMatchObject(
      [1, 2].map(() => ({ status: 'rejected', reason: { message: 'token expired', data: { code: 'UNAUTHORIZED' } } })),
    );
  });

  it('is told to nobody when the peer is gone', async () => {
    const [gate, signals] = [new Gate(), new Gate<AbortSignal>()];
    const notices: unknown[] = [];
    const serving = await harness.serve({
      router,
      createContext: async ({ info }) => {
        signals.open(info.signal);
        await gate.opened;
        throw new Error(SECRET);
      },
      onError: ({ error }) => notices.push(error.message),
    });
    const peer = await harness.connect(serving.url);
    peer.request('rpc.hello');
    const signal = await signals.opened;
    peer.socket.terminate();
    await whenAborted(signal);
    gate.open();
    const other = await harness.connect(serving.url);
    other.request('rpc.hello', {}, 1);
    await other.closed;
    expect(notices).toEqual([SECRET]);
  });
});

describe('A hello', () => {
  const harness = useHarness();

  async function servePatient() {
    const clock = new MovableClock();
    const serving = await harness.serve({
      router,
      createContext: () => ({ user: 'Ada' }),
      clock,
      heartbeatMs: 0,
      helloTimeoutMs: 500,
    });
    return { clock, url: serving.url };
  }

  it.each([
    ['a native', 'trunkline.v1', ''],
    ['a stock', undefined, '?connectionParams=1'],
  ])('that never comes from %s peer closes the socket', async (_name, subprotocol, query) => {
    const { clock, url } = await servePatient();
    const peer = await harness.connect(url + query, { subprotocols: subprotocol === undefined ? [] : [subprotocol] });
    if (subprotocol === undefined) {
      peer.sendText('PING');
      await peer.next();
    } else await peer.call('rpc.ping');
    clock.advance(499);
    expect(peer.socket.readyState).toBe(peer.socket.OPEN);
    clock.advance(1);
    const { code, reason } = await peer.closed;
    expect([code, reason]).toEqual([4101, expect.stringContaining('helloTimeoutMs')]);
  });

  it('that came in time keeps the socket open', async () => {
    const { clock, url } = await servePatient();
    const peer = await harness.native(url);
    clock.advance(10_000);
    expect(await peer.call('run')).toHaveProperty('result');
  });

  it('that comes a second time closes the socket', async () => {
    const { url } = await servePatient();
    const peer = await harness.native(url);
    peer.request('rpc.hello', {}, 2);
    expect((await peer.closed).code).toBe(4000);
    expect(peer.untaken).toMatchObject([{ id: null, error: { message: expect.stringContaining('second rpc.hello') } }]);
  });

  it('is not waited for by a call that comes before it for ever: it is run after it', async () => {
    const { url } = await servePatient();
    const peer = await harness.connect(url);
    peer.request('run', {}, 1);
    peer.request('rpc.hello', {}, 2);
    await peer.answerTo(1);
    expect(peer.log.map((line) => line.slice(0, 9))).toEqual(['→ {"id":1', '→ {"id":2', '← {"id":2', '← {"id":1']);
  });
});
