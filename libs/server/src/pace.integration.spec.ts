import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { WebSocket, WebSocketServer } from 'ws';
import { createServer } from './create-server.js';
import { useHarness } from './testing/harness.spec-support.js';
import { MovableClock } from './testing/movable-clock.spec-support.js';

const t = initTRPC.create();
const router = t.router({
  echo: t.procedure.input((value: unknown) => value).query(({ input }): unknown => input),
  events: t.procedure.subscription(async function* () {
    for (let count = 1; ; count += 1) yield count;
  }),
});

const OVER = { data: { code: 'TOO_MANY_REQUESTS', ran: false, limit: 'maxMessagesPerSecond' } };

describe('A peer that sends faster than it may', () => {
  const harness = useHarness();

  async function connect(limits: { maxMessagesPerSecond: number; maxMessageBurst: number }) {
    const clock = new MovableClock();
    const { url } = await harness.serve({ router, limits, clock });
    return { clock, url, native: await harness.native(url), stock: await harness.stock(url) };
  }

  it('has the calls that are too many refused, not run, and served again after a pause', async () => {
    const { clock, native, stock } = await connect({ maxMessagesPerSecond: 10, maxMessageBurst: 3 });
    for (const id of [1, 2, 3]) native.request('echo', { input: id }, id);
    expect(await native.answerTo(3)).toMatchObject({ error: OVER });
    for (const id of [1, 2, 3, 4]) stock.send({ id, method: 'query', params: { path: 'echo' } });
    expect(await stock.answerTo(4)).toMatchObject({ error: OVER });
    clock.advance(100);
    const later = native.request('echo', { input: 7 }, 'later');
    expect(await native.answerTo(later)).toMatchObject({ result: { output: 7 } });
  });

  it('in one batch has every call in it counted', async () => {
    const { native } = await connect({ maxMessagesPerSecond: 1, maxMessageBurst: 3 });
    native.send([1, 2, 3, 4].map((id) => ({ jsonrpc: '2.0', id, method: 'echo' })));
    const { value } = await native.next();
    expect((value as { error?: unknown }[]).filter(({ error }) => error !== undefined)).toHaveLength(2);
  });

  it('still cancels, grants and is answered to its ping', async () => {
    const { native } = await connect({ maxMessagesPerSecond: 1, maxMessageBurst: 4 });
    native.request('events', { credit: 1 }, 1);
    await native.answerTo(1);
    for (const id of [2, 3]) native.request('echo', {}, id);
    expect(await native.answerTo(native.request('echo', {}, 4))).toMatchObject({ error: OVER });
    native.notify('rpc.credit', { subscription: 1, add: 1 });
    await native.notified('rpc.next');
    expect(await native.notified('rpc.next')).toMatchObject({ data: 2 });
    expect(await native.answerTo(native.request('rpc.ping', undefined, 5))).toHaveProperty('result');
    native.notify('rpc.cancel', { id: 1 });
    expect(await native.notified('rpc.end')).toMatchObject({ subscription: 1 });
  });

  it.each<[string, (socket: WebSocket) => void]>([
    ['calls', (socket) => socket.send(`{"jsonrpc":"2.0","id":${Math.random()},"method":"echo"}`)],
    ['credit', (socket) => socket.send('{"jsonrpc":"2.0","method":"rpc.credit","params":{"subscription":1,"add":1}}')],
    ['no messages at all', (socket) => socket.send('{')],
    ['binary frames', (socket) => socket.send(Buffer.from([1]))],
    ['pings of RFC 6455', (socket) => socket.ping()],
    ['pongs of RFC 6455', (socket) => socket.pong()],
  ])('is closed when it goes on far beyond, with %s, and its neighbour is served', async (_what, send) => {
    const { native, url } = await connect({ maxMessagesPerSecond: 5, maxMessageBurst: 5 });
    const neighbour = await harness.native(url);
    for (let count = 0; count < 11; count += 1) send(native.socket);
    expect(await native.closed).toEqual({
      code: 4104,
      reason: 'more than twice 5 messages a second (option limits.maxMessagesPerSecond)',
    });
    expect(await neighbour.call('echo', { input: 1 })).toHaveProperty('result');
  });

  it('is served where the limit is switched off', async () => {
    const { native } = await connect({ maxMessagesPerSecond: 0, maxMessageBurst: 1 });
    for (const id of [1, 2, 3, 4, 5])
      expect(await native.answerTo(native.request('echo', {}, id))).toHaveProperty('result');
  });
});

describe('An address with as many connections as it may have', () => {
  const harness = useHarness();

  async function statusOf(socket: WebSocket): Promise<number | undefined> {
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode?: number }];
    return response.statusCode;
  }

  it('has a native client closed with 4102 and a stock one refused with 429, until one leaves', async () => {
    const { url, server } = await harness.serve({ router, maxConnectionsPerAddress: 1 });
    const first = await harness.native(url);
    const second = await harness.connect(url);
    expect(await second.closed).toEqual({
      code: 4102,
      reason: 'this address has its 1 connections (option maxConnectionsPerAddress)',
    });
    expect(await statusOf(new WebSocket(url))).toBe(429);
    expect(server.connectionCount).toBe(1);
    first.socket.close();
    await first.closed;
    const third = await harness.native(url);
    expect(await third.call('echo', { input: 1 })).toHaveProperty('result');
  });

  it('has native clients refused with 429 too, while as many again are being closed', async () => {
    const { url } = await harness.serve({ router, maxConnectionsPerAddress: 1 });
    await harness.native(url);
    const lingering = await harness.connect(url, { autoPong: false });
    lingering.socket.pause();
    expect(await statusOf(new WebSocket(url, ['trunkline.v1']))).toBe(429);
  });

  it('is the one that the option addressOf names', async () => {
    const { url } = await harness.serve({
      router,
      maxConnectionsPerAddress: 1,
      addressOf: ({ headers }) => String(headers['x-forwarded-for']),
    });
    const open = (address: string) => harness.connect(url, { headers: { 'x-forwarded-for': address } });
    const [ada, bob, adaAgain] = [await open('192.0.2.1'), await open('192.0.2.2'), await open('192.0.2.1')];
    expect((await adaAgain.closed).code).toBe(4102);
    for (const peer of [ada, bob]) expect(await peer.call('rpc.hello')).toHaveProperty('result');
  });

  it('has the sockets of a server that is attached closed, and cut when they are too many', async () => {
    const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    harness.closeLater(() => sockets.close());
    const server = createServer({ router, maxConnectionsPerAddress: 1 });
    harness.closeLater(() => server.close({ timeoutMs: 1 }));
    server.attach(sockets);
    await once(sockets, 'listening');
    const url = `ws://127.0.0.1:${(sockets.address() as { port: number }).port}`;
    await harness.native(url);
    const second = await harness.stock(url);
    expect((await second.closed).code).toBe(4102);
    const lingering = await harness.stock(url);
    lingering.socket.pause();
    expect((await (await harness.stock(url)).closed).code).toBe(1006);
  });
});

describe('A context that does not come in time', () => {
  const harness = useHarness();

  it('fails: what waited is answered, its signal aborts, the application is told', async () => {
    const clock = new MovableClock();
    const errors: string[] = [];
    const signals: (AbortSignal | undefined)[] = [];
    const { url } = await harness.serve({
      router,
      clock,
      contextTimeoutMs: 500,
      createContext: ({ info }) => {
        signals.push(info.signal);
        return new Promise<never>(() => undefined);
      },
      onError: ({ error }) => errors.push(error.message),
    });
    const native = await harness.connect(url);
    native.request('rpc.hello', {}, 'hello');
    native.request('echo', {}, 1);
    await native.answerTo(native.request('rpc.ping', undefined, 'ping'));
    clock.advance(500);
    const message = 'The context was not made in 500 ms (option contextTimeoutMs).';
    expect(await native.answerTo('hello')).toMatchObject({ error: { message, data: { code: 'TIMEOUT' } } });
    expect(await native.answerTo(1)).toMatchObject({ error: { data: { code: 'TIMEOUT', ran: false } } });
    expect((await native.closed).code).toBe(4100);
    expect([signals[0]?.aborted, errors]).toEqual([true, [message]]);
    const stock = await harness.stock(url);
    stock.send({ id: 1, method: 'query', params: { path: 'echo' } });
    stock.sendText('PING');
    expect(await stock.next()).toEqual({ value: 'PONG' });
    clock.advance(500);
    expect(await stock.answerTo(1)).toMatchObject({ error: { data: { code: 'TIMEOUT' } } });
    expect((await stock.closed).code).toBe(1005);
  });
});
