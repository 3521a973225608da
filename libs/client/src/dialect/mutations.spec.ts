import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ScriptedClient } from '../testing/scripted-client.js';
import { settled } from '../testing/scripted-server.js';

const TRACEPARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

describe('a mutation in the native dialect', () => {
  let client: ScriptedClient;

  beforeEach(() => {
    client = new ScriptedClient();
  });

  afterEach(async () => {
    expect(await client.end()).toBe(0);
  });

  /** Opens the connection, and welcomes the client with an epoch. */
  async function welcomed(epoch: string): Promise<void> {
    void client.core.connect().catch(() => undefined);
    await settled();
    client.socket.open();
    await settled();
    client.socket.welcome({}, { epoch });
    await settled();
  }

  it('has a key of its own, which is the same on every sending, and the epoch that the first one knew', async () => {
    await welcomed('one');
    client.call('mutation', 'orders.add', 1);
    client.call('mutation', 'orders.add', 2);
    client.call('query', 'now');
    await settled();
    const [first, second] = client.socket.read('orders.add');
    expect(first?.params).toEqual({ input: 1, key: expect.stringMatching(/^[0-9a-f]{32}:\d+$/) });
    expect(second?.params?.['key']).not.toBe(first?.params?.['key']);
    expect(client.socket.read('now')[0]?.params).toBeUndefined();
    client.socket.drop(1006);
    await settled();
    client.clock.advance(1000);
    await welcomed('two');
    const again = client.socket.read('orders.add');
    expect(again.map(({ params }) => params)).toEqual([
      { ...first?.params, sent: { epoch: 'one' } },
      { ...second?.params, sent: { epoch: 'one' } },
    ]);
    client.socket.answer(again[0]?.id, { output: 'added', replayed: true });
    client.socket.fail(again[1]?.id, 'OUTCOME_UNKNOWN');
    await settled();
    expect(client.log).toEqual(['orders.add "added"', 'orders.add OUTCOME_UNKNOWN connection-lost']);
  });

  it('knows no epoch when it left before any welcome', async () => {
    client.call('mutation', 'orders.add');
    await settled();
    client.socket.open();
    await settled();
    const [first] = client.socket.read('orders.add');
    await client.reconnected();
    expect(client.socket.read('orders.add')[0]?.params).toEqual({ ...first?.params, sent: { epoch: null } });
  });

  it('may have been run by an earlier sending, though a later one was certainly not', async () => {
    await welcomed('one');
    client.call('mutation', 'orders.add');
    await settled();
    await client.reconnected();
    const [again] = client.socket.read('orders.add');
    client.socket.fail(again?.id, 'SHUTTING_DOWN');
    await settled();
    client.clock.advance(1000);
    await client.connected();
    expect(client.socket.read('orders.add')[0]?.params).toEqual(again?.params);
  });

  it("takes the application's key and place in a trace", async () => {
    await welcomed('one');
    void client.core.call('mutation', 'orders.add', 1, { key: 'order-7', traceparent: TRACEPARENT }).catch(() => 0);
    void client.core.call('query', 'now', undefined, { key: 'order-7' }).catch(() => 0);
    await settled();
    expect(client.socket.read('orders.add')[0]?.params).toEqual({
      input: 1,
      key: 'order-7',
      traceparent: TRACEPARENT,
    });
    expect(client.socket.read('now')[0]?.params).toBeUndefined();
  });

  it('stands where the client says in a trace, if the call says nothing of it', async () => {
    await client.end();
    client = new ScriptedClient({ traceparent: () => TRACEPARENT });
    client.call('query', 'now');
    await client.connected();
    expect(client.socket.read('now')[0]?.params).toEqual({ traceparent: TRACEPARENT });
  });

  it('says of an error whether it was given before', async () => {
    await welcomed('one');
    const failure = client.core.call('mutation', 'orders.add', 1, undefined).catch((error: unknown) => error);
    await settled();
    client.socket.fail(client.socket.read('orders.add')[0]?.id, 'CONFLICT', { replayed: true });
    expect(await failure).toMatchObject({ code: 'CONFLICT', outcome: 'rejected', replayed: true });
  });
});

describe('an answer in parts', () => {
  let client: ScriptedClient;

  beforeEach(async () => {
    client = new ScriptedClient({ maxAnswerCharacters: 100 });
    client.call('query', 'large');
    client.call('query', 'small');
    await client.connected();
  });

  afterEach(async () => {
    await client.end();
  });

  const part = (id: unknown, text: string): void =>
    client.socket.say({ jsonrpc: '2.0', method: 'rpc.part', params: { id, text } });

  it('is joined, and lets a small one pass', async () => {
    const [large, small] = client.socket.read();
    part(large?.id, '{"total":');
    client.socket.answer(small?.id, { output: 1 });
    part(large?.id, '3}');
    client.socket.answer(large?.id, { parts: 2 });
    await settled();
    expect(client.log).toEqual(['small 1', 'large {"total":3}']);
  });

  it('breaks the connection when it is larger than is taken', async () => {
    const [large] = client.socket.read();
    part(large?.id, ' '.repeat(101));
    await settled();
    expect(client.socket.closedWith).toBe(3001);
  });

  it('breaks the connection when pieces are missing', async () => {
    const [large] = client.socket.read();
    part(large?.id, '1');
    client.socket.answer(large?.id, { parts: 2 });
    await settled();
    expect(client.socket.closedWith).toBe(3001);
  });

  it('is void when the call fails after all', async () => {
    const [large] = client.socket.read();
    part(large?.id, '{"total":');
    client.socket.fail(large?.id, 'CONFLICT');
    part(large?.id, ' '.repeat(101));
    await settled();
    expect(client.log).toEqual(['large CONFLICT rejected']);
    expect(client.socket.closedWith).toBeUndefined();
  });
});
