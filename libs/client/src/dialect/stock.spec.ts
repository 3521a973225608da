import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ScriptedClient } from '../testing/scripted-client.js';
import { type ScriptedSocket, settled } from '../testing/scripted-server.js';
import { stock } from './stock.js';

describe('the stock dialect', () => {
  let client: ScriptedClient;

  beforeEach(() => {
    client = new ScriptedClient({ dialect: stock() });
  });

  afterEach(async () => {
    expect(await client.end()).toBe(0);
  });

  async function open(): Promise<ScriptedSocket> {
    await settled();
    client.socket.open();
    await settled();
    return client.socket;
  }

  it('sends what tRPC sends, without a subprotocol', async () => {
    client.call('query', 'a.b', { id: 1 });
    client.subscribe('ticks');
    const socket = await open();
    expect(socket.subprotocol).toBeUndefined();
    expect(socket.read()).toEqual([
      { id: 1, method: 'query', params: { input: { id: 1 }, path: 'a.b' } },
      { id: 2, method: 'subscription', params: { path: 'ticks' } },
    ]);
  });

  it('announces connection params in the address and sends them first', async () => {
    client = new ScriptedClient({ dialect: stock(), connectionParams: { token: 't' } });
    client.call('query', 'a');
    const socket = await open();
    expect(socket.url).toBe('ws://shop.test/rpc?secret=1&connectionParams=1');
    expect(socket.read().map(({ method }) => method)).toEqual(['connectionParams', 'query']);
  });

  it('answers PING, and takes PONG for a sign of life', async () => {
    client.call('query', 'a');
    const socket = await open();
    socket.read();
    socket.say('PING');
    await settled();
    expect(socket.readTexts()).toEqual(['PONG']);
    client.clock.advance(2500);
    await settled();
    expect(socket.readTexts()).toEqual(['PING']);
    socket.say('PONG');
    client.clock.advance(2500);
    expect(client.core.state.name).toBe('connected');
  });

  it('keeps the last tracked id when an event without one follows', async () => {
    client.subscribe('ticks');
    const socket = await open();
    socket.say({ id: 1, result: { type: 'started' } });
    socket.say({ id: 1, result: { type: 'data', id: 'e5', data: { id: 'e5', data: 1 } } });
    socket.say({ id: 1, result: { type: 'data', data: 'heartbeat' } });
    socket.drop(1006);
    client.clock.advance(1000);
    const next = await open();
    expect(next.read()[0]?.params).toEqual({ path: 'ticks', lastEventId: 'e5' });
    next.say({ id: 2, result: { type: 'started' } });
    expect(client.log.at(-1)).toBe('ticks started unconfirmed');
  });

  it('opens another connection when the server asks for it, and leaves the former one after the last answer there', async () => {
    client.call('mutation', 'orders.add');
    client.subscribe('ticks');
    const socket = await open();
    socket.say({ id: 2, result: { type: 'started' } });
    socket.say({ id: 2, result: { type: 'data', id: 'e1', data: 1 } });
    socket.say({ id: null, method: 'reconnect' });
    client.call('mutation', 'orders.later');
    client.clock.advance(100);
    const next = await open();
    expect(client.core.state.name).toBe('connected');
    const [subscribe, later] = next.read();
    expect(later?.params).toMatchObject({ path: 'orders.later' });
    expect(subscribe?.params).toMatchObject({ path: 'ticks', lastEventId: 'e1' });
    // Until the next connection has begun, the former one is heard.
    socket.say({ id: 2, result: { type: 'data', id: 'e2', data: 2 } });
    next.say({ id: subscribe?.id, result: { type: 'started' } });
    await settled();
    expect(socket.read('subscription.stop')).toMatchObject([{ id: 2 }]);
    next.say({ id: subscribe?.id, result: { type: 'data', id: 'e2', data: 2 } });
    next.say({ id: subscribe?.id, result: { type: 'data', id: 'e3', data: 3 } });
    expect(socket.closedWith).toBeUndefined();
    socket.say({ id: 1, result: { type: 'data', data: 'added' } });
    expect(socket.closedWith).toBe(1000);
    await settled();
    expect(client.log).toEqual([
      'ticks started fresh',
      'ticks data 1',
      'ticks data 2',
      'ticks data 3',
      'orders.add "added"',
    ]);
  });

  it('sends a call again that a server which stops says it did not run', async () => {
    client.call('mutation', 'orders.add');
    const socket = await open();
    client.clock.advance(2000);
    socket.say({
      id: 1,
      error: { code: -32603, message: 'Stops.', data: { code: 'SERVICE_UNAVAILABLE', ran: false } },
    });
    expect(socket.closedWith).toBe(1000);
    client.clock.advance(100);
    const next = await open();
    next.say({ id: next.read()[0]?.id, result: { type: 'data', data: 1 } });
    await settled();
    expect(client.log).toEqual(['orders.add 1']);
  });

  it('fails what waits with the error of a refused context, and calls with their own errors', async () => {
    client.call('query', 'a');
    const first = await open();
    first.say({ id: null, error: { code: -32001, message: 'No.', data: { code: 'UNAUTHORIZED' } } });
    first.drop(1005);
    await settled();
    client.call('query', 'b');
    const second = await open();
    second.say({ id: 2, error: { code: -32004, message: 'No.', data: { code: 'NOT_FOUND' } } });
    await settled();
    expect(client.log).toEqual(['a UNAUTHORIZED rejected', 'b NOT_FOUND rejected']);
  });
});
