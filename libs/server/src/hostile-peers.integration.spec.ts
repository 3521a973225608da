import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { Gate } from './testing/gate.spec-support.js';
import { useHarness } from './testing/harness.spec-support.js';

const t = initTRPC.create();
const router = t.router({
  echo: t.procedure.input((value: unknown) => value).query(({ input }): unknown => input),
  waiting: t.procedure.mutation(() => new Promise<never>(() => undefined)),
  events: t.procedure.subscription(async function* () {
    yield 1;
    await new Promise<never>(() => undefined);
  }),
});

describe('A peer that sends', () => {
  const harness = useHarness();

  async function connect(limits = {}) {
    const { url } = await harness.serve({ router, limits });
    const [native, stock, neighbour] = [await harness.native(url), await harness.stock(url), await harness.native(url)];
    const assertUnharmed = async (): Promise<void> => {
      expect(await neighbour.call('echo', { input: 1 })).toMatchObject({ result: { output: 1 } });
    };
    return { url, native, stock, assertUnharmed };
  }

  it.each(['', '{', 'hello', '\u0000', '{"jsonrpc":"2.0","id":1,"method":"echo"', 'PING PING'])(
    'the text %j, which is not JSON, is told so and may go on',
    async (text) => {
      const { native, stock, assertUnharmed } = await connect();
      for (const peer of [native, stock]) {
        peer.sendText(text);
        expect(await peer.answerTo(null)).toMatchObject({ error: { code: -32_700, data: { code: 'PARSE_ERROR' } } });
      }
      await assertUnharmed();
      expect(await native.call('echo', { input: 2 })).toHaveProperty('result');
    },
  );

  it.each(['null', '7', '"text"', 'true', '{}', '{"id":{}}', '{"id":[]}', '{"id":true,"method":"query"}'])(
    '%s, which is JSON but no message, is told so',
    async (text) => {
      const { native, stock } = await connect();
      native.sendText(text);
      expect(await native.answerTo(null)).toMatchObject({ error: { code: -32_600, data: { code: 'BAD_REQUEST' } } });
      stock.sendText(text);
      expect(await stock.answerTo(null)).toMatchObject({ error: { data: { code: 'PARSE_ERROR' } } });
    },
  );

  it('a binary frame is told that only text is read', async () => {
    const { native, stock, assertUnharmed } = await connect();
    for (const peer of [native, stock]) {
      peer.socket.send(Buffer.from('{"jsonrpc":"2.0","id":1,"method":"echo"}'), { binary: true });
      expect(await peer.answerTo(null)).toMatchObject({ error: { code: -32_700 } });
    }
    await assertUnharmed();
  });

  it('bytes that are no UTF-8 is closed with 1007', async () => {
    const { native, assertUnharmed } = await connect();
    native.sendBytes(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe]));
    expect((await native.closed).code).toBe(1007);
    await assertUnharmed();
  });

  it('a frame that is none is closed with 1002', async () => {
    const { stock, assertUnharmed } = await connect();
    stock.sendBytes(Buffer.from([0xf3, 0x80, 0, 0, 0, 0]));
    expect((await stock.closed).code).toBe(1002);
    await assertUnharmed();
  });

  it('a message that is too long is closed with 1009', async () => {
    const { native, stock, assertUnharmed } = await connect({ maxMessageBytes: 1000 });
    native.request('echo', { input: 'x'.repeat(1000) });
    stock.send({ id: 1, method: 'query', params: { path: 'echo', input: 'x'.repeat(1000) } });
    expect([(await native.closed).code, (await stock.closed).code]).toEqual([1009, 1009]);
    await assertUnharmed();
  });

  it.each(['[', '{"a":'])('a value of a hundred thousand "%s" is told that it is too deep', async (open) => {
    const { native, stock, assertUnharmed } = await connect();
    const [depth, close] = [100_000, open === '[' ? ']' : '}'];
    const input = `${open.repeat(depth)}1${close.repeat(depth)}`;
    native.sendText(`{"jsonrpc":"2.0","id":4,"method":"echo","params":{"input":${input}}}`);
    expect(await native.answerTo(4)).toMatchObject({
      error: { message: expect.stringContaining('limits.maxDepth'), data: { code: 'BAD_REQUEST' } },
    });
    stock.sendText(`{"id":4,"method":"query","params":{"path":"echo","input":${input}}}`);
    expect(await stock.answerTo(4)).toHaveProperty('error');
    await assertUnharmed();
  });

  it('too many calls at once has those above the limit refused, not run', async () => {
    const { native } = await connect({ maxCallsInFlight: 2 });
    for (const id of [1, 2, 3]) native.request('waiting', {}, id);
    const error = {
      message: expect.stringContaining('limits.maxCallsInFlight'),
      data: { code: 'TOO_MANY_REQUESTS', ran: false, limit: 'maxCallsInFlight' },
    };
    expect(await native.answerTo(3)).toMatchObject({ error });
    native.notify('rpc.cancel', { id: 1 });
    expect(await native.answerTo(native.request('rpc.ping', undefined, 'ping'))).toHaveProperty('result');
  });

  it('too many subscribes has those above the limit refused, and a place again when one is over', async () => {
    const { native } = await connect({ maxSubscriptions: 2 });
    await native.call('events');
    await native.call('events');
    expect(await native.call('events')).toMatchObject({ error: { data: { limit: 'maxSubscriptions', ran: false } } });
    await native.call('rpc.unsubscribe', { subscription: 1 });
    expect(await native.call('events')).toMatchObject({ result: { subscription: 3 } });
  });

  it.each(['rpc.', 'rpc.nothing', 'rpc.constructor', 'rpc.__proto__', 'rpc.discover'])(
    'the system method %s, which is not known, is told so',
    async (method) => {
      const { native } = await connect();
      expect(await native.call(method)).toMatchObject({ error: { code: -32_601 } });
    },
  );

  it('notifications that mean nothing hears nothing', async () => {
    const { native } = await connect();
    for (const method of ['echo', 'no.such', 'rpc.hello', 'rpc.ping', 'rpc.nothing', 'rpc.unsubscribe', 'rpc.cancel']) {
      native.send({ jsonrpc: '2.0', method });
    }
    await native.call('rpc.ping');
    expect(native.untaken).toEqual([]);
  });

  it('members named like those of every object changes nothing', async () => {
    const { native, assertUnharmed } = await connect();
    native.sendText(
      '{"jsonrpc":"2.0","id":1,"method":"echo","params":{"input":{"__proto__":{"polluted":1},"constructor":1}}}',
    );
    native.sendText('{"jsonrpc":"2.0","id":2,"method":"echo","params":{"__proto__":{"input":7}}}');
    expect(await native.answerTo(1)).toHaveProperty('result');
    expect(await native.answerTo(2)).toEqual({ jsonrpc: '2.0', id: 2, result: {} });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    await assertUnharmed();
  });

  it('an id of 129 characters is told so, and one of 128 is answered', async () => {
    const { native } = await connect();
    expect(await native.answerTo(native.request('echo', {}, 'i'.repeat(128)))).toHaveProperty('result');
    native.request('echo', {}, 'i'.repeat(129));
    expect(await native.answerTo(null)).toMatchObject({ error: { data: { code: 'BAD_REQUEST' } } });
  });
});

describe('An upgrade', () => {
  const harness = useHarness();

  /** Sends the head of an upgrade as it is written here, and reads the status line of the answer. */
  async function upgradeRaw(port: number, head: readonly string[]): Promise<string> {
    const socket = connectTcp(port, '127.0.0.1');
    socket.on('error', () => undefined);
    harness.closeLater(() => socket.destroy());
    const handshake = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
    socket.write([...head, ...handshake, 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', '', ''].join('\r\n'));
    const answer = new Gate<string>();
    socket.once('data', (data) => answer.open(data.toString()));
    socket.once('close', () => answer.open('closed'));
    return (await answer.opened).split('\r\n', 1)[0] ?? '';
  }

  it.each([
    ['GET // HTTP/1.1', 'Host: a', 400],
    ['GET //evil.example/rpc HTTP/1.1', 'Host: a', 400],
    ['GET http://[ HTTP/1.1', 'Host: a', 400],
    ['GET /rpc HTTP/1.1', 'Host: a b', 400],
    ['GET /rpc HTTP/1.1', 'Host: [', 400],
    ['GET /rpc HTTP/1.1', 'Host: a:99999', 400],
    ['GET /elsewhere HTTP/1.1', 'Host: a', 404],
    ['GET /rpc/ HTTP/1.1', 'Host: a', 404],
    ['GET /%72pc HTTP/1.1', 'Host: a', 404],
  ])('of "%s" with "%s" is answered with %d, and others are served', async (line, host, status) => {
    const { url, port } = await harness.serve({ router });
    expect(await upgradeRaw(port, [line, host])).toMatch(`HTTP/1.1 ${status}`);
    const peer = await harness.native(url);
    expect(await peer.call('echo', { input: 1 })).toHaveProperty('result');
  });

  it('that ends in the middle harms nobody', async () => {
    const { url, port, httpServer } = await harness.serve({ router });
    const socket = connectTcp(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('GET /elsewhere HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    await once(httpServer, 'upgrade');
    socket.resetAndDestroy();
    const peer = await harness.native(url);
    expect(await peer.call('echo', { input: 1 })).toHaveProperty('result');
  });
});
