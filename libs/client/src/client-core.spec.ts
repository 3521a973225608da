import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ScriptedClient } from './testing/scripted-client.js';
import { type ScriptedSocket, settled } from './testing/scripted-server.js';

describe('ClientCore', () => {
  let client: ScriptedClient;

  beforeEach(() => {
    client = new ScriptedClient({ maxQueuedCalls: 2, maxQueuedMs: 1000 });
  });

  afterEach(async () => {
    expect(await client.end()).toBe(0);
  });

  it('bounds what waits for a connection in count and age', async () => {
    for (const path of ['a', 'b', 'c']) client.call('query', path);
    await settled();
    expect(client.log).toEqual(['c QUEUE_FULL not-sent']);
    client.clock.advance(1000);
    await settled();
    expect(client.log.slice(1)).toEqual(['a QUEUE_EXPIRED not-sent', 'b QUEUE_EXPIRED not-sent']);
  });

  it('fails a call whose time passes before it could leave', async () => {
    client.call('mutation', 'a', undefined, { timeoutMs: 500 });
    client.clock.advance(500);
    await settled();
    expect(client.log).toEqual(['a TIMEOUT timed-out']);
    client.socket.open();
    await settled();
    expect(client.socket.read('a')).toEqual([]);
  });

  it('gives every call the deadline of the client, but for those that name one', async () => {
    client = new ScriptedClient({ timeoutMs: 700 });
    client.call('query', 'a');
    client.call('query', 'b', undefined, { timeoutMs: 0 });
    const socket = await client.connected();
    expect(socket.read().map(({ params }) => params)).toEqual([{ deadlineMs: 700 }, undefined]);
  });

  it('refuses an input that cannot travel, with its place', async () => {
    const failure: unknown = await client.core.call('query', 'a', { deep: [1n] }, undefined).catch((error) => error);
    expect(failure).toMatchObject({ code: 'INPUT_UNSENDABLE', outcome: 'not-sent', path: 'a' });
    expect(String(failure)).toContain('deep[0]: a bigint has no JSON form');
    expect(client.server.sockets).toHaveLength(0);
  });

  it('lets a caller without a promise withdraw, also twice and too late', async () => {
    const log: string[] = [];
    const begin = () =>
      client.core.begin(
        'query',
        'a',
        undefined,
        undefined,
        () => log.push('answered'),
        (error) => log.push(error.code),
      );
    const first = begin();
    const second = begin();
    const socket = await client.connected();
    const [, answered] = socket.read();
    socket.answer(answered?.id, { output: 1 });
    for (const call of [first, first, second]) if (call !== undefined) client.core.withdraw(call);
    await settled();
    expect(log).toEqual(['answered', 'CANCELLED']);
    expect(socket.read('rpc.cancel')).toHaveLength(1);
  });

  it('settles every call once and leaves no socket and no timer, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { maxLength: 40 }), async (steps) => {
        const played = new ScriptedClient({ maxQueuedCalls: 3, maxQueuedMs: 20_000, idleCloseMs: 30_000 });
        let callCount = 0;
        for (const step of steps) {
          callCount += play(played, step, callCount);
          await settled();
          const live = played.server.sockets.filter(({ readyState }) => readyState < 2);
          expect(live.length).toBeLessThanOrEqual(1);
        }
        expect(await played.end()).toBe(0);
        expect(played.core.state.name).toBe('closed');
        const outcomes = played.log.filter((line) => line.startsWith('call')).map((line) => line.split(' ')[0]);
        expect(new Set(outcomes).size).toBe(callCount);
        expect(outcomes).toHaveLength(callCount);
      }),
      { numRuns: 300 },
    );
  });
});

const anyStep = fc.oneof(
  fc.constantFrom('query', 'mutation', 'subscribe', 'open', 'welcome', 'answer', 'refuse', 'stop'),
  fc.constantFrom(1000, 1006, 1009, 1012, 4002, 4200, 4300),
  fc.constantFrom('wait 1', 'wait 300', 'wait 2500', 'wait 10000'),
);

/** Plays one step; what makes no sense where the conversation stands does nothing. Returns how many calls it made. */
function play(client: ScriptedClient, step: string | number, callCount: number): number {
  const socket = client.server.sockets.at(-1);
  if (typeof step === 'number') {
    if (socket !== undefined && socket.readyState < 3) socket.drop(step);
    return 0;
  }
  switch (step) {
    case 'query':
    case 'mutation':
      client.call(step, `call${callCount}`, undefined, callCount % 3 === 0 ? { timeoutMs: 5000 } : undefined);
      return 1;
    case 'subscribe':
      client.subscribe('ticks');
      return 0;
    case 'open':
      if (socket?.readyState === 0) socket.open();
      return 0;
    case 'welcome':
      if (socket?.readyState === 1) greet(socket);
      return 0;
    case 'answer':
    case 'refuse':
    case 'stop':
      if (socket?.readyState === 1 && callCount % 5 !== 0) greet(socket);
      for (const { id } of socket?.readyState === 1 ? socket.read() : []) {
        if (step === 'answer') socket?.answer(id, { output: 1 });
        else socket?.fail(id, step === 'stop' ? 'SHUTTING_DOWN' : 'CONFLICT');
      }
      return 0;
    default:
      client.clock.advance(Number(step.split(' ')[1]));
      return 0;
  }
}

function greet(socket: ScriptedSocket): void {
  const [hello] = socket.read('rpc.hello');
  if (hello !== undefined) socket.answer(hello.id, { server: { name: 's', version: '1' }, limits: {}, features: [] });
}
