import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { subscribe } from '../subscribe.js';
import { SubscriptionIterator } from '../subscriptions/subscription-iterator.js';
import { ScriptedClient } from '../testing/scripted-client.js';
import { type ScriptedSocket, settled } from '../testing/scripted-server.js';

describe('subscriptions in the native dialect', () => {
  let client: ScriptedClient;
  let socket: ScriptedSocket;

  beforeEach(async () => {
    client = new ScriptedClient({ keepAlive: false });
    client.call('query', 'first');
    socket = await client.connected();
    socket.answer(socket.read('first')[0]?.id, {});
    client.log.length = 0;
    await settled();
    client.log.length = 0;
  });

  afterEach(async () => {
    expect(await client.end()).toBe(0);
  });

  const begin = async (path = 'ticks'): Promise<void> => {
    await settled();
    socket.answer(socket.read(path)[0]?.id, { subscription: 7, cursor: 'r.0', resumed: 'fresh' });
    await settled();
  };
  const end = (params: object): void =>
    socket.say({ jsonrpc: '2.0', method: 'rpc.end', params: { subscription: 7, ...params } });
  const credits = (): unknown[] => socket.read('rpc.credit').map(({ params }) => params);

  it('acknowledge once what came, when no grant has done so for a second', async () => {
    client.subscribe('ticks');
    await begin();
    for (let number = 1; number <= 3; number += 1) socket.next(7, `r.${number}`, number);
    client.clock.advance(999);
    await settled();
    expect(credits()).toEqual([]);
    client.clock.advance(1);
    await settled();
    expect(credits()).toEqual([{ subscription: 7, add: 0, seen: 'r.3' }]);
    client.clock.advance(5000);
    await settled();
    expect(credits()).toEqual([]);
  });

  it('acknowledge an end that has a place, and no other', async () => {
    client.subscribe('ticks');
    await begin();
    end({ cursor: 'r.4' });
    await settled();
    expect(credits()).toEqual([{ subscription: 7, add: 0, seen: 'r.4' }]);
    client.subscribe('ticks');
    await begin();
    end({});
    await settled();
    expect(credits()).toEqual([]);
    expect(client.log).toEqual(['ticks started fresh', 'ticks complete', 'ticks started fresh', 'ticks complete']);
  });

  it('go on by themselves at the last cursor when they were too slow, after pauses that grow', async () => {
    client.subscribe('ticks');
    await begin();
    socket.next(7, 'r.1', 1);
    for (const pauseMs of [125, 250, 500]) {
      end({ cursor: 'r.2', error: { code: -32_054, message: 'Too slow.', data: { code: 'CONSUMER_TOO_SLOW' } } });
      client.clock.advance(pauseMs - 1);
      await settled();
      expect(socket.read('ticks')).toEqual([]);
      client.clock.advance(1);
      await settled();
      const [again] = socket.read('ticks');
      expect(again?.params).toMatchObject({ after: 'r.1' });
      socket.answer(again?.id, { subscription: 7, cursor: 'r.1', resumed: 'recovered' });
    }
    await settled();
    expect(client.log).not.toContain('ticks error CONSUMER_TOO_SLOW');
  });

  it('leave no timer when they were stopped or lost while they paused', async () => {
    const subscription = client.subscribe('ticks');
    await begin();
    end({ error: { code: -32_054, message: 'Too slow.', data: { code: 'CONSUMER_TOO_SLOW' } } });
    subscription.unsubscribe();
    client.clock.advance(1000);
    await settled();
    expect(socket.read('ticks')).toEqual([]);
  });

  it('are asked for at the pace that is wanted, and tuned while they run and on the next connection', async () => {
    const log: unknown[] = [];
    const handle = subscribe(client.core, 'ticks', undefined, {
      maxRate: 5,
      onData: (event, info) => log.push([event, info]),
    });
    await settled();
    const [asked] = socket.read('ticks');
    expect(asked?.params).toMatchObject({ maxRate: 5 });
    // Before there is a number the wish waits for it.
    handle.tune({ maxRate: 2 });
    socket.answer(asked?.id, { subscription: 7, cursor: 'r.0', resumed: 'fresh' });
    await settled();
    handle.tune({ maxRate: 2 });
    handle.tune({ maxRate: null });
    await settled();
    expect(socket.read('rpc.tune').map(({ params }) => params)).toEqual([
      { subscription: 7, maxRate: 2 },
      { subscription: 7, maxRate: null },
    ]);
    socket.next(7, 'r.1', 1);
    socket.say({
      jsonrpc: '2.0',
      method: 'rpc.next',
      params: { subscription: 7, cursor: 'r.4', data: 4, conflated: 2 },
    });
    expect(log).toEqual([
      [1, undefined],
      [4, { conflated: 2 }],
    ]);
    handle.tune({ maxRate: 1 });
    socket = await client.reconnected();
    expect(socket.read('ticks')[0]?.params).toMatchObject({ after: 'r.4', maxRate: 1 });
  });

  it('are read at a pace, also one that is changed before the first event', async () => {
    const iterator = subscribe(client.core, 'ticks', undefined, { maxRate: 5, status: true });
    if (!(iterator instanceof SubscriptionIterator)) throw new Error('Without callbacks it is read.');
    iterator.tune({ maxRate: 3 });
    const first = iterator.next();
    await settled();
    expect(socket.read('ticks')[0]?.params).toMatchObject({ maxRate: 3 });
    await iterator.return();
    await first;
  });

  it('are told that they were trimmed', async () => {
    client.subscribe('ticks');
    await begin();
    const params = { subscription: 7, reason: 'trimmed', dropped: 40, cursor: 'r.45' };
    socket.say({ jsonrpc: '2.0', method: 'rpc.gap', params });
    expect(client.log.at(-1)).toBe('ticks gap trimmed 40');
  });
});
