import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ScriptedClient } from '../testing/scripted-client.js';
import { type ScriptedSocket, settled } from '../testing/scripted-server.js';

describe('a client whose server drains', () => {
  let client: ScriptedClient;
  let former: ScriptedSocket;

  beforeEach(async () => {
    client = new ScriptedClient({ keepAlive: false });
    client.subscribe('ticks');
    client.call('mutation', 'orders.add');
    former = await client.connected();
    former.answer(former.read('ticks')[0]?.id, { subscription: 7, cursor: 'r.0', resumed: 'fresh' });
    client.clock.advance(5000);
    former.next(7, 'r.1', 1);
    former.say({
      jsonrpc: '2.0',
      method: 'rpc.drain',
      params: { reconnectAfterMs: 800, deadlineMs: 30_000 },
    });
  });

  afterEach(async () => {
    expect(await client.end()).toBe(0);
  });

  async function moved(): Promise<ScriptedSocket> {
    client.clock.advance(800);
    return client.connected();
  }

  it('goes on there until its moment has come, then opens another connection while the former serves', async () => {
    const states: string[] = [];
    client.core.onStateChange(({ name }) => states.push(name));
    client.call('query', 'early');
    await settled();
    expect(former.read('early')).toHaveLength(1);
    client.clock.advance(799);
    await settled();
    expect(client.server.sockets).toHaveLength(1);
    client.clock.advance(1);
    await settled();
    expect(client.server.sockets).toHaveLength(2);
    former.next(7, 'r.2', 2);
    client.call('query', 'meanwhile');
    await settled();
    expect(former.read('meanwhile')).toHaveLength(1);
    expect(client.log).toEqual(['ticks started fresh', 'ticks data 1', 'ticks data 2']);
    expect(states).toEqual([]);
  });

  it('moves subscriptions by cursor, hears nothing of them twice, and lets calls finish', async () => {
    const next = await moved();
    expect(former.closedWith).toBeUndefined();
    const [subscribe] = next.read('ticks');
    expect(subscribe?.params).toMatchObject({ after: 'r.1' });
    former.next(7, 'r.2', 'on the former');
    next.answer(subscribe?.id, { subscription: 3, cursor: 'r.1', resumed: 'recovered' });
    next.next(3, 'r.2', 2);
    client.call('query', 'late');
    await settled();
    expect(next.read('late')).toHaveLength(1);
    former.answer(former.read('orders.add')[0]?.id, { output: 'added' });
    await settled();
    expect(former.closedWith).toBe(1000);
    expect(client.log).toEqual(['ticks started fresh', 'ticks data 1', 'ticks data 2', 'orders.add "added"']);
  });

  it('leaves at the deadline, and asks on the next connection what became of a mutation', async () => {
    const next = await moved();
    client.clock.advance(29_199);
    expect(former.closedWith).toBeUndefined();
    client.clock.advance(1);
    await settled();
    expect(former.closedWith).toBe(1000);
    expect(next.read('orders.add')[0]?.params).toMatchObject({ key: expect.any(String), sent: { epoch: null } });
    expect(client.core.state.name).toBe('connected');
  });

  it('keeps what is refused there for the next connection, which it opens at once', async () => {
    client.call('mutation', 'refused');
    await settled();
    former.fail(former.read('refused')[0]?.id, 'SHUTTING_DOWN', { ran: false });
    await settled();
    const next = await client.connected();
    expect(next.read('refused')).toHaveLength(1);
  });

  it('sends again what the former connection took with it', async () => {
    client.call('query', 'early');
    await settled();
    const next = await moved();
    former.drop(1006);
    await settled();
    expect(next.read('early')[0]?.params).toMatchObject({ sent: { epoch: null } });
    expect(next.read('orders.add')[0]?.params).toMatchObject({ sent: { epoch: null } });
  });

  it('is as without a connection when the former ends before the next stands', async () => {
    client.clock.advance(800);
    await settled();
    former.drop(1006);
    expect(client.core.state.name).toBe('connecting');
    const next = await client.connected();
    expect(next.read('ticks')[0]?.params).toMatchObject({ after: 'r.1' });
  });

  it('goes on with the former one while no other can be reached', async () => {
    client.clock.advance(800);
    await settled();
    client.socket.drop(1006);
    expect(client.core.state.name).toBe('connected');
    former.next(7, 'r.2', 2);
    expect(client.log.at(-1)).toBe('ticks data 2');
    client.clock.advance(1000);
    await client.connected();
    expect(client.server.sockets).toHaveLength(3);
  });

  it.each([4200, 4102, 4002, 4300])(
    'keeps the former one to its deadline when the next is refused with %i',
    async (code) => {
      for (let elapsedMs = 0; elapsedMs < 29_900; elapsedMs += 100) {
        client.clock.advance(100);
        await settled();
        if (client.socket === former || client.socket.readyState !== 0) continue;
        client.socket.open();
        await settled();
        client.socket.drop(code);
      }
      expect(former.closedWith).toBeUndefined();
      expect(client.server.sockets.length).toBeGreaterThan(3);
      expect(client.server.sockets.length).toBeLessThan(20);
      former.next(7, 'r.2', 2);
      former.answer(former.read('orders.add')[0]?.id, { output: 'added' });
      await settled();
      expect(client.log).toEqual(['ticks started fresh', 'ticks data 1', 'ticks data 2', 'orders.add "added"']);
      expect(client.core.state.name).toBe('connected');
      client.clock.advance(100);
      expect(former.closedWith).toBe(1000);
      expect(client.core.state.name).not.toBe('connected');
    },
  );

  it('has two connections at most, however often it is sent away', async () => {
    const next = await moved();
    client.clock.advance(5000);
    next.say({ jsonrpc: '2.0', method: 'rpc.drain', params: { reconnectAfterMs: 0, deadlineMs: 1000 } });
    await settled();
    expect(client.server.sockets).toHaveLength(2);
    client.call('query', 'more');
    await settled();
    expect(next.read('more')).toHaveLength(1);
  });

  it('leaves both when it is closed', async () => {
    const next = await moved();
    const closed = client.core.close({ timeoutMs: 10 });
    client.clock.advance(10);
    await settled();
    expect([former.closedWith, next.closedWith]).toEqual([undefined, 1000]);
    next.drop(1000);
    await closed;
    expect(former.closedWith).toBe(1000);
  });
});
