import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { subscribe } from '../subscribe.js';
import { ScriptedClient } from '../testing/scripted-client.js';
import { type ScriptedSocket, settled } from '../testing/scripted-server.js';
import { CREDIT_WINDOW } from './credit-window.js';

describe('a subscription in the native dialect', () => {
  let client: ScriptedClient;

  beforeEach(() => {
    client = new ScriptedClient();
  });

  afterEach(async () => {
    expect(await client.end()).toBe(0);
  });

  async function started(socket: ScriptedSocket, subscription = 7, cursor = 'r.0', resumed = 'fresh') {
    const [message] = socket.read('ticks');
    socket.answer(message?.id, { subscription, cursor, resumed });
    await settled();
    return message?.params;
  }

  it('resumes after the last cursor, even when no event came, and hears no old number', async () => {
    client.subscribe('ticks');
    expect(await started(await client.connected())).toEqual({ credit: CREDIT_WINDOW });
    const second = await client.reconnected();
    expect(await started(second, 8, 'r.0', 'recovered')).toEqual({ credit: CREDIT_WINDOW, after: 'r.0' });
    second.next(8, 'r.1', 'one');
    second.next(7, 'x.9', 'of an old number');
    const third = await client.reconnected();
    expect(await started(third, 9, 'r.1', 'recovered')).toMatchObject({ after: 'r.1' });
    expect(client.log).toEqual([
      'ticks started fresh',
      'ticks started recovered',
      'ticks data "one"',
      'ticks started recovered',
    ]);
  });

  it('tells of a gap in its place, and resumes behind it', async () => {
    client.subscribe('ticks');
    await started(await client.connected());
    client.socket.next(7, 'r.1', 1);
    const params = { subscription: 7, reason: 'overflow', dropped: 3, cursor: 'r.4' };
    client.socket.say({ jsonrpc: '2.0', method: 'rpc.gap', params });
    client.socket.next(7, 'r.5', 5);
    expect(client.log.slice(1)).toEqual(['ticks data 1', 'ticks gap overflow 3', 'ticks data 5']);
    await client.reconnected();
    expect(client.socket.read('ticks')[0]?.params).toMatchObject({ after: 'r.5' });
  });

  it('grants what was taken, half a window at a time', async () => {
    client.subscribe('ticks');
    await started(await client.connected());
    for (let number = 1; number <= CREDIT_WINDOW; number += 1) client.socket.next(7, `r.${number}`, number);
    await settled();
    expect(client.socket.read('rpc.credit').map(({ params }) => params)).toEqual([
      { subscription: 7, add: CREDIT_WINDOW / 2, seen: `r.${CREDIT_WINDOW / 2}` },
      { subscription: 7, add: CREDIT_WINDOW / 2, seen: `r.${CREDIT_WINDOW}` },
    ]);
  });

  it('grants nothing to a loop that does not read, and less on the next connection', async () => {
    const iterator = subscribe(client.core, 'ticks', undefined);
    if (!('next' in iterator)) throw new Error('Without callbacks there is a loop.');
    const first = iterator.next();
    await started(await client.connected());
    for (let number = 1; number <= CREDIT_WINDOW; number += 1) client.socket.next(7, `r.${number}`, number);
    await settled();
    expect(await first).toEqual({ done: false, value: 1 });
    expect(client.socket.read('rpc.credit')).toEqual([]);
    await client.reconnected();
    expect(await started(client.socket, 8, `r.${CREDIT_WINDOW}`, 'recovered')).toEqual({
      credit: 1,
      after: `r.${CREDIT_WINDOW}`,
    });
    for (let number = 2; number <= CREDIT_WINDOW; number += 1)
      expect(await iterator.next()).toMatchObject({ value: number });
    await settled();
    const granted = client.socket.read('rpc.credit').map(({ params }) => params?.['add']);
    expect(granted).toEqual([CREDIT_WINDOW / 2]);
    await iterator.return();
  });

  it('ends the connection when the server sends more than was granted', async () => {
    const iterator = subscribe(client.core, 'ticks', undefined);
    if (!('next' in iterator)) throw new Error('Without callbacks there is a loop.');
    void iterator.next();
    await started(await client.connected());
    for (let number = 1; number <= CREDIT_WINDOW + 2; number += 1) client.socket.next(7, `r.${number}`, number);
    expect(client.socket.closedWith).toBe(3001);
    expect(client.core.state).toMatchObject({ name: 'waiting', cause: { code: 'SERVER_VIOLATION' } });
    await iterator.return();
  });

  it('is withdrawn by the id of its subscribe while that has no answer, then by its number', async () => {
    const early = client.subscribe('ticks');
    const socket = await client.connected();
    const [message] = socket.read('ticks');
    early.unsubscribe();
    early.unsubscribe();
    await settled();
    expect(socket.read()).toEqual([{ jsonrpc: '2.0', method: 'rpc.cancel', params: { id: message?.id } }]);
    socket.answer(message?.id, { subscription: 7, cursor: 'r.0', resumed: 'fresh' });
    socket.next(7, 'r.1', 'too late');
    const late = client.subscribe('ticks');
    await settled();
    await started(socket, 8);
    late.unsubscribe();
    await settled();
    expect(socket.read()).toMatchObject([{ method: 'rpc.unsubscribe', params: { subscription: 8 } }]);
    expect(client.log).toEqual(['ticks started fresh']);
  });

  it('ends once, with or without an error, and is not begun again', async () => {
    client.subscribe('ticks');
    await started(await client.connected());
    const end = { jsonrpc: '2.0', method: 'rpc.end', params: { subscription: 7 } };
    client.socket.say(end);
    client.socket.say(end);
    client.subscribe('ticks');
    await settled();
    client.socket.fail(client.socket.read('ticks')[0]?.id, 'FORBIDDEN');
    await settled();
    expect(client.log).toEqual(['ticks started fresh', 'ticks complete', 'ticks error FORBIDDEN']);
  });

  it('goes on elsewhere when the server that stops has not finished it', async () => {
    client.subscribe('ticks');
    await started(await client.connected());
    const error = { code: -32053, message: 'Stopping.', data: { code: 'SHUTTING_DOWN' } };
    client.socket.say({ jsonrpc: '2.0', method: 'rpc.end', params: { subscription: 7, error } });
    await settled();
    expect(client.socket.closedWith).toBe(1000);
    client.clock.advance(100);
    await client.connected();
    expect(client.socket.read('ticks')[0]?.params).toMatchObject({ after: 'r.0' });
  });

  it('survives a callback that throws', async () => {
    subscribe(client.core, 'ticks', undefined, {
      onData: (event) => {
        throw new Error(`No ${String(event)}.`);
      },
    });
    await started(await client.connected());
    client.socket.next(7, 'r.1', 1);
    client.socket.next(7, 'r.2', 2);
    expect(client.log).toEqual(['threw Error: No 1.', 'threw Error: No 2.']);
  });

  it('fails an event that cannot be read', async () => {
    const broken = {
      serialize: (value: unknown) => value,
      deserialize: () => {
        throw new Error('No.');
      },
    };
    client = new ScriptedClient({ transformer: broken });
    client.subscribe('ticks');
    await started(await client.connected());
    client.socket.next(7, 'r.1', 1);
    await settled();
    expect(client.log.at(-1)).toBe('ticks error ANSWER_UNREADABLE');
    expect(client.socket.read()).toMatchObject([{ method: 'rpc.unsubscribe' }]);
  });
});
