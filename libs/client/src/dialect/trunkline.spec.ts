import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import superjson from 'superjson';
import { ScriptedClient } from '../testing/scripted-client.js';
import { settled } from '../testing/scripted-server.js';

describe('the native dialect', () => {
  let client: ScriptedClient;

  beforeEach(() => {
    client = new ScriptedClient();
  });

  afterEach(async () => {
    expect(await client.end()).toBe(0);
  });

  it('says hello first, and a few calls in the same breath', async () => {
    for (let count = 1; count <= 40; count += 1) client.call('query', `p${count}`, count);
    await settled();
    const { socket } = client;
    expect(socket).toMatchObject({ url: 'ws://shop.test/rpc?secret=1', subprotocol: 'trunkline.v1' });
    socket.open();
    await settled();
    const [hello] = socket.read('rpc.hello');
    expect(hello?.params).toMatchObject({ payload: 'json', features: ['parts'], connectionParams: null });
    expect(hello?.params?.['client']).toMatchObject({ instance: expect.stringMatching(/^[0-9a-f]{32}$/) });
    const early = socket.read();
    expect(early).toHaveLength(32);
    expect(early[0]).toEqual({ jsonrpc: '2.0', id: expect.any(Number), method: 'p1', params: { input: 1 } });
    socket.answer(hello?.id, { server: { name: 's', version: '1' }, limits: {}, features: [] });
    await settled();
    expect(socket.read().map(({ method }) => method)).toEqual(
      Array.from({ length: 8 }, (_, index) => `p${index + 33}`),
    );
  });

  it('answers out of order, and ignores what it did not ask for', async () => {
    client.call('query', 'a');
    client.call('mutation', 'b');
    const socket = await client.connected();
    const [a, b] = socket.read();
    socket.answer(b?.id, { output: 2 });
    socket.answer(a?.id, { output: 1 });
    socket.answer(a?.id, { output: 3 });
    socket.answer('stranger', {});
    socket.say({ jsonrpc: '2.0', method: 'rpc.news', params: {} });
    await settled();
    expect(client.log).toEqual(['b 2', 'a 1']);
  });

  it.each([
    ['a text PING', 'PING'],
    ["an error of tRPC's own", { id: null, error: { code: -32700, message: 'no' } }],
    ['no JSON', 'hi'],
  ])('knows from %s before the welcome that this is no Trunkline server', async (_name, answer) => {
    client.call('mutation', 'orders.add');
    await settled();
    client.socket.open();
    await settled();
    client.socket.say(answer);
    await settled();
    expect(client.log).toEqual(['orders.add NOT_TRUNKLINE not-sent']);
    expect(client.socket.closedWith).toBe(3002);
    expect(client.core.state).toMatchObject({ name: 'closed', cause: { code: 'NOT_TRUNKLINE' } });
    const { state } = client.core;
    expect(state.name === 'closed' && state.cause?.message).toContain('use dialect: stock()');
    expect(client.clock.pendingCount).toBe(0);
    client.call('query', 'again');
    await settled();
    expect(client.log.at(-1)).toBe('again NOT_TRUNKLINE not-sent');
  });

  it('closes a connection on which the server breaks the protocol, and comes back', async () => {
    client.call('query', 'a');
    const socket = await client.connected();
    socket.say(new ArrayBuffer(1));
    expect(socket.closedWith).toBe(3001);
    expect(client.core.state).toMatchObject({ name: 'waiting', cause: { code: 'SERVER_VIOLATION' } });
  });

  it('marks a query that it sends again, and says what is left of its time', async () => {
    client.call('query', 'a', undefined, { timeoutMs: 20_000 });
    const socket = await client.connected();
    expect(socket.read()[0]?.params).toEqual({ deadlineMs: 20_000 });
    client.clock.advance(2000);
    await client.reconnected();
    const params = client.socket.read()[0]?.params;
    expect(params).toMatchObject({ sent: { epoch: null }, deadlineMs: 18_000 - 15_000 });
    client.clock.advance(3000);
    await settled();
    expect(client.log).toEqual(['a TIMEOUT timed-out']);
    expect(client.socket.read('rpc.cancel')).toHaveLength(1);
  });

  it('keeps a call that a stopping server did not run, for the next connection', async () => {
    client.call('mutation', 'orders.add');
    const socket = await client.connected();
    socket.fail(socket.read()[0]?.id, 'SHUTTING_DOWN');
    client.call('query', 'later');
    await settled();
    expect(socket.read()).toEqual([]);
    expect(socket.closedWith).toBe(1000);
    client.clock.advance(100);
    const next = await client.connected();
    const [add, later] = next.read();
    expect(add).toMatchObject({ method: 'orders.add' });
    expect(add?.params).toEqual({ key: expect.stringMatching(/^[0-9a-f]{32}:1$/) });
    expect(later).toMatchObject({ method: 'later' });
    expect(client.log).toEqual([]);
  });

  it('does not send again what was too large for the server', async () => {
    client.call('query', 'large');
    const socket = await client.connected({ maxMessageBytes: 200 });
    socket.drop(1009);
    await settled();
    expect(client.log).toEqual(['large CONNECTION_LOST connection-lost']);
  });

  it('refuses a message that the server would not take, and says both numbers', async () => {
    client.call('query', 'first');
    await client.connected({ maxMessageBytes: 200 });
    const failure: unknown = await client.core
      .call('query', 'large', 'é'.repeat(80), undefined)
      .catch((error) => error);
    expect(failure).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', outcome: 'not-sent', path: 'large' });
    expect(String(failure)).toMatch(/has 2\d\d bytes; the server takes 200/);
    expect(client.socket.read().map(({ method }) => method)).toEqual(['first']);
  });

  it("reads the whole shape of an error where the server's transformer wrote it", async () => {
    client = new ScriptedClient({ transformer: superjson });
    const failure = client.core.call('query', 'a', undefined, undefined).catch((error: unknown) => error);
    const socket = await client.connected();
    const shape = { code: -32004, message: 'Gone.', data: { code: 'NOT_FOUND', since: new Date(9) } };
    socket.fail(socket.read()[0]?.id, 'NOT_FOUND', { transformed: superjson.serialize(shape) });
    expect(await failure).toMatchObject({ message: 'Gone.', shape, data: { since: new Date(9) } });
  });

  it('says so when an answer cannot be read', async () => {
    client = new ScriptedClient({ transformer: superjson });
    client.call('query', 'a');
    const socket = await client.connected();
    socket.answer(socket.read()[0]?.id, { output: null });
    await settled();
    expect(client.log).toEqual(['a ANSWER_UNREADABLE rejected']);
  });

  it('ends a subscription that was called as a query', async () => {
    client.call('query', 'ticks');
    const socket = await client.connected();
    socket.answer(socket.read()[0]?.id, { subscription: 7, cursor: 'r.0', resumed: 'fresh' });
    await settled();
    expect(client.log).toEqual(['ticks METHOD_NOT_SUPPORTED rejected']);
    expect(socket.read()[0]).toMatchObject({ method: 'rpc.unsubscribe', params: { subscription: 7 } });
  });
});
