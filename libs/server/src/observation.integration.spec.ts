import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { initTRPC, TRPCError } from '@trpc/server';
import { type Observable, observable } from '@trpc/server/observable';
import { type CallInfo, type CallNotice, type ConnectionNotice, callInfo, type SubscriptionNotice } from './index.js';
import type { GapNotice } from './observation/notices.js';
import { useHarness } from './testing/harness.spec-support.js';

const t = initTRPC.create();
const TRACEPARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const HELLO = { client: { name: 'shop', version: '1.0.0' } };

function setUp() {
  const infos: (CallInfo | undefined)[] = [];
  const procedure = t.procedure.use(({ signal, next }) => {
    infos.push(callInfo(signal));
    return next();
  });
  const router = t.router({
    fine: procedure.query(() => 'fine'),
    wrong: procedure.mutation(() => {
      throw new TRPCError({ code: 'CONFLICT', message: 'no' });
    }),
    endless: procedure.query(() => new Promise<never>(() => undefined)),
    obedient: procedure.query(async ({ signal }) => {
      if (signal?.aborted === false) await new Promise((resolve) => signal.addEventListener('abort', resolve));
      throw new Error('aborted');
    }),
    closed: procedure.subscription((): Observable<number, unknown> => {
      throw new TRPCError({ code: 'FORBIDDEN' });
    }),
    three: procedure.subscription(async function* () {
      yield 1;
      yield 2;
      yield 3;
    }),
    waiting: procedure.subscription(async function* ({ signal }) {
      yield 1;
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
    }),
    burst: procedure.subscription(() =>
      observable<number>((observer) => {
        for (let count = 0; count < 5; count += 1) observer.next(count);
      }),
    ),
  });
  return { infos, router };
}

describe('What is seen of a server', () => {
  const harness = useHarness();

  afterEach(() => {
    jest.restoreAllMocks();
  });

  async function watch() {
    const { infos, router } = setUp();
    const calls: CallNotice[] = [];
    const connections: ConnectionNotice[] = [];
    const subscriptions: SubscriptionNotice[] = [];
    const gaps: GapNotice[] = [];
    const closed = new Promise<void>((resolve) => {
      harness.closeLater(resolve);
      onClosed = resolve;
    });
    const { url, server } = await harness.serve({
      router,
      maxQueuedEvents: 2,
      onCall: (notice) => calls.push(notice),
      onConnection: (notice) => {
        connections.push(notice);
        if (notice.event === 'closed') onClosed();
      },
      onSubscription: (notice) => subscriptions.push(notice),
      onGap: (notice) => gaps.push(notice),
    });
    return { url, server, infos, calls, connections, subscriptions, gaps, closed };
  }
  let onClosed: () => void = () => undefined;

  it('tells of each call: who made it, how it went, and where it stands in a trace', async () => {
    const { url, server, infos, calls } = await watch();
    const peer = await harness.native(url, HELLO);
    await peer.call('fine', { traceparent: TRACEPARENT });
    await peer.call('wrong', { traceparent: 'nonsense' });
    await peer.call('nowhere');
    const connection = { id: 1, dialect: 'native', client: HELLO.client, peerAddress: expect.stringContaining('127.') };
    expect(calls).toMatchObject([
      { connection, path: 'fine', kind: 'query', traceparent: TRACEPARENT, outcome: 'answered', outputLength: 6 },
      { connection, path: 'wrong', kind: 'mutation', traceparent: undefined, outcome: 'failed', error: 'CONFLICT' },
      { connection, path: 'nowhere', kind: undefined, outcome: 'failed', error: 'NOT_FOUND' },
    ]);
    expect(calls.every(({ startedAt, durationMs }) => startedAt > 0 && durationMs >= 0)).toBe(true);
    expect(infos[0]).toMatchObject({ connection, path: 'fine', kind: 'query', traceparent: TRACEPARENT });
    expect(server.stats()).toMatchObject({
      callsAnswered: 1,
      callsFailed: { CONFLICT: 1, NOT_FOUND: 1 },
      callsRunning: 0,
      messagesReceived: 4,
    });
  });

  it('names every peer as the option addressOf does, also one that is refused', async () => {
    const notices: ConnectionNotice[] = [];
    const { url } = await harness.serve({
      router: t.router({}),
      addressOf: ({ headers }) => String(headers['x-forwarded-for']),
      onConnection: (notice) => notices.push(notice),
    });
    const headers = { 'x-forwarded-for': '192.0.2.1' };
    const page = await harness.connect(url, { headers: { ...headers, origin: 'https://elsewhere.example' } });
    await page.closed;
    await expect(harness.connect(url.replace('/rpc', '/other'), { headers })).rejects.toThrow('404');
    await harness.connect(url, { headers });
    expect(notices).toMatchObject([
      { event: 'refused', peerAddress: '192.0.2.1' },
      { event: 'upgrade-refused', peerAddress: '192.0.2.1' },
      { event: 'opened', connection: { peerAddress: '192.0.2.1' } },
    ]);
  });

  it('tells of a connection from its opening to its close', async () => {
    const { url, server, connections, calls, closed } = await watch();
    const peer = await harness.native(url, HELLO);
    peer.request('endless');
    await peer.call('fine');
    expect(server.stats()).toMatchObject({ connections: { native: 1, stock: 0 }, callsRunning: 1 });
    peer.socket.close(3000, 'heard nothing');
    await closed;
    expect(connections.map(({ event }) => event)).toEqual(['opened', 'ready', 'closed']);
    expect(connections[1]).toMatchObject({ connection: { id: 1, client: HELLO.client } });
    expect(connections[2]).toMatchObject({ code: 3000, reason: 'heard nothing', closedBy: 'peer' });
    expect(calls.at(-1)).toMatchObject({ path: 'endless', outcome: 'abandoned' });
    expect(server.stats()).toMatchObject({
      connections: { native: 0 },
      connectionsOpened: { native: 1 },
      callsAbandoned: 1,
      closes: { 3000: 1 },
    });
  });

  it('tells of a socket that it refused, and of a connection that it closed', async () => {
    const { url, server, connections, closed } = await watch();
    const refused = await harness.connect(url, { origin: 'https://evil.example' });
    await refused.closed;
    expect(connections).toMatchObject([{ event: 'refused', code: 4003 }]);
    const peer = await harness.native(url);
    peer.notify('fine', {});
    peer.send({ nonsense: true });
    await peer.answerTo(null);
    peer.request('rpc.hello');
    await closed;
    expect(connections.at(-1)).toMatchObject({ event: 'closed', code: 4000, closedBy: 'server' });
    expect(server.stats()).toMatchObject({
      violations: 2,
      notificationsRefused: 1,
      closes: { 4000: 1, 4003: 1 },
      unsentBytes: 0,
    });
  });

  it('tells of subscriptions that open and end, and counts their events', async () => {
    const { url, server, subscriptions, closed, infos } = await watch();
    const peer = await harness.native(url, HELLO);
    await peer.call('three', { traceparent: TRACEPARENT });
    await peer.notified('rpc.end');
    const id = peer.request('waiting');
    await peer.answerTo(id);
    await peer.notified('rpc.next');
    expect(server.stats()).toMatchObject({ subscriptions: 1, subscriptionsOpened: 2, eventsSent: 4 });
    await peer.call('rpc.unsubscribe', { subscription: 2 });
    await peer.call('waiting');
    peer.socket.close();
    await closed;
    expect(subscriptions.map((notice) => (notice.event === 'ended' ? notice.outcome : notice.event))).toEqual([
      'opened',
      'completed',
      'opened',
      'cancelled',
      'opened',
      'abandoned',
    ]);
    expect(subscriptions[1]).toMatchObject({ path: 'three', number: 1, traceparent: TRACEPARENT, eventsSent: 3 });
    expect(infos[0]).toMatchObject({ kind: 'subscription', traceparent: TRACEPARENT });
    expect(server.stats()).toMatchObject({ subscriptions: 0, subscriptionsOpened: 3 });
  });

  it('tells of gaps, by their reason', async () => {
    const { url, server, gaps } = await watch();
    const peer = await harness.native(url);
    await peer.call('three', { after: 'no cursor' });
    await peer.notified('rpc.gap');
    await peer.call('burst');
    await peer.notified('rpc.gap');
    expect(gaps).toMatchObject([
      { path: 'three', reason: 'invalid', dropped: undefined },
      { path: 'burst', reason: 'overflow', dropped: 3 },
    ]);
    expect(server.stats().gapsTold).toEqual({ restarted: 0, invalid: 1, overflow: 1, trimmed: 0 });
  });

  it('tells of calls that ended before their procedure did', async () => {
    const { url, server, calls } = await watch();
    const peer = await harness.native(url);
    await peer.call('obedient', { deadlineMs: 1 });
    const id = peer.request('obedient');
    peer.notify('rpc.cancel', { id });
    await peer.answerTo(id);
    await peer.call('fine', { input: 1, deadlineMs: 0 });
    expect(calls).toMatchObject([
      { path: 'obedient', kind: 'query', outcome: 'failed', error: 'TIMEOUT' },
      { path: 'obedient', kind: 'query', outcome: 'failed', error: 'CANCELLED', id },
    ]);
    expect(server.stats()).toMatchObject({ violations: 1, callsRunning: 0 });
  });

  it('tells a subscribe that never opened as a call', async () => {
    const { url, server, calls, subscriptions } = await watch();
    const peer = await harness.native(url);
    await peer.call('closed');
    expect(calls).toMatchObject([{ path: 'closed', kind: 'subscription', outcome: 'failed', error: 'FORBIDDEN' }]);
    expect(subscriptions).toEqual([]);
    expect(server.stats()).toMatchObject({ subscriptions: 0, callsFailed: { FORBIDDEN: 1 } });
  });

  it('tells requests that came before a context that failed', async () => {
    const calls: CallNotice[] = [];
    const { url } = await harness.serve({
      router: setUp().router,
      createContext: () => {
        throw new TRPCError({ code: 'UNAUTHORIZED' });
      },
      onCall: (notice) => calls.push(notice),
    });
    const peer = await harness.connect(url);
    const hello = peer.request('rpc.hello');
    const id = peer.request('fine');
    await Promise.all([peer.answerTo(hello), peer.answerTo(id)]);
    expect(calls).toMatchObject([{ id, path: 'fine', outcome: 'failed', error: 'UNAUTHORIZED', durationMs: 0 }]);
  });

  it('tells of stock clients as well', async () => {
    const { url, calls, infos } = await watch();
    const peer = await harness.stock(url);
    peer.send({ id: 5, method: 'query', params: { path: 'fine' } });
    await peer.answerTo(5);
    expect(calls).toMatchObject([{ connection: { dialect: 'stock' }, id: 5, outcome: 'answered' }]);
    expect(infos[0]).toMatchObject({ id: 5, traceparent: undefined });
  });

  it('goes on whatever its hooks do, and writes what they threw to the logger', async () => {
    const lines: string[] = [];
    const write = (_fields: object, message: string): void => void lines.push(message);
    const fail = (): never => {
      throw new Error('in the hook');
    };
    const { url } = await harness.serve({
      router: setUp().router,
      logger: { debug: () => undefined, info: () => undefined, warn: write, error: write },
      onConnection: fail,
      onCall: () => Promise.reject(new Error('in the hook')),
      onSubscription: fail,
      onGap: fail,
    });
    const peer = await harness.native(url);
    await peer.call('three', { after: 'no cursor' });
    await peer.notified('rpc.end');
    expect(await peer.call('fine')).toMatchObject({ result: { output: 'fine' } });
    expect([...new Set(lines)].toSorted()).toEqual(
      ['onCall', 'onConnection', 'onGap', 'onSubscription'].map(
        (name) => `The ${name} hook of a Trunkline server threw:`,
      ),
    );
  });
});
