import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@trunkline/testing';
import { localError } from '../errors/trunkline-error.js';
import { CallTable } from './call-table.js';
import type { CallServer, PendingCall } from './pending-call.js';

describe('CallTable', () => {
  const cause = localError('CONNECTION_CLOSED', 'The wire was cut.', { outcome: 'connection-lost' });
  let clock: FakeClock;
  let table: CallTable;
  let log: string[];

  beforeEach(() => {
    clock = new FakeClock();
    table = new CallTable(clock, { maxQueuedCalls: 2, maxQueuedMs: 1000 }, () => cause);
    log = [];
  });

  function add(id: number, kind: PendingCall['kind'] = 'query'): PendingCall {
    const call: PendingCall = {
      id,
      kind,
      path: `p${id}`,
      input: undefined,
      resolve: (output) => log.push(`${id} ${String(output)}`),
      reject: (error) => log.push(`${id} ${error.code} ${error.outcome}`),
      dueAt: 0,
      queuedAt: clock.now(),
      server: undefined,
      hasBeenSent: false,
      mayHaveRun: false,
      sentEpoch: null,
      key: undefined,
      traceparent: undefined,
      hasRefreshed: false,
      release: () => log.push(`${id} released`),
    };
    table.add(call);
    return call;
  }

  const server: CallServer = { cancel: () => undefined };
  const waiting = (): number[] => [...table.waiting()].map((call) => call.id);

  it('settles a call once and lets go of what it held', () => {
    table.sent(add(1), server);
    table.settle(1, 'done');
    table.settle(1, 'again');
    table.fail(1, cause);
    expect(log).toEqual(['1 released', '1 done']);
    expect(table.size).toBe(0);
  });

  it('fails the call beyond the bound as not sent', () => {
    for (const id of [1, 2, 3]) table.keep(add(id));
    expect(log).toEqual(['3 released', '3 QUEUE_FULL not-sent']);
    expect(waiting()).toEqual([1, 2]);
  });

  it('fails what waits too long, each at its own time', () => {
    table.keep(add(1));
    clock.advance(400);
    table.keep(add(2));
    clock.advance(600);
    expect(log).toEqual(['1 released', '1 QUEUE_EXPIRED not-sent']);
    clock.advance(400);
    expect(log.slice(2)).toEqual(['2 released', '2 QUEUE_EXPIRED not-sent']);
    expect(clock.pendingCount).toBe(0);
  });

  it('lets a call age on while it is sent to servers that welcome nobody, and says at its end why it waited', () => {
    const unwelcoming: CallServer = { isGreeting: true, cancel: () => undefined };
    const reasons: unknown[] = [];
    const call = { ...add(1), id: 2, reject: (error: Error) => reasons.push(error.cause, error.message) };
    table.settle(1, 'done');
    table.add(call);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      table.sent(call, unwelcoming);
      clock.advance(400);
      table.connectionLost(cause, 'not-run', unwelcoming);
    }
    clock.advance(0);
    expect(reasons).toEqual([cause, expect.stringMatching(/waited 1000 ms .*: The wire was cut\.$/)]);
    expect(clock.pendingCount).toBe(0);
  });

  it('leaves no timer when everything was sent', () => {
    const call = add(1);
    table.keep(call);
    table.sent(call, server);
    expect(clock.pendingCount).toBe(0);
  });

  it('queues queries again after a lost connection and fails mutations that were out', () => {
    table.sent(add(1), server);
    table.sent(add(2, 'mutation'), server);
    add(3, 'mutation');
    table.connectionLost(cause, 'unknown', server);
    expect(log).toEqual(['2 released', '2 CONNECTION_LOST connection-lost']);
    expect(waiting()).toEqual([1, 3]);
    clock.advance(1000);
    expect(log).toContain('1 QUEUE_EXPIRED connection-lost');
  });

  it('queues a mutation again where it runs once, with the epoch of its first sending', () => {
    const repeating: CallServer = { repeatsMutations: true, cancel: () => undefined };
    const call = add(1, 'mutation');
    table.epoch = 'first';
    table.sent(call, repeating);
    table.connectionLost(cause, 'unknown', repeating);
    table.epoch = 'second';
    table.sent(call, repeating);
    expect(call).toMatchObject({ mayHaveRun: true, sentEpoch: 'first' });
    expect(log).toEqual([]);
  });

  it('remembers of a call which was sent twice that the first sending may have run, whatever became of the second', () => {
    const call = add(1);
    table.sent(call, server);
    table.connectionLost(cause, 'unknown', server);
    table.sent(call, server);
    table.notRun(call);
    expect(call).toMatchObject({ hasBeenSent: true, mayHaveRun: true });
  });

  it('queues everything again that certainly did not run, as if it had never been sent', () => {
    const call = add(1, 'mutation');
    table.sent(call, server);
    table.connectionLost(cause, 'not-run', server);
    expect(waiting()).toEqual([1]);
    expect(call.hasBeenSent).toBe(false);
    expect(log).toEqual([]);
  });

  it('sends nothing again that broke the connection', () => {
    table.sent(add(1), server);
    add(2);
    table.connectionLost(cause, 'fatal', server);
    expect(log).toEqual(['1 released', '1 CONNECTION_LOST connection-lost']);
    expect(waiting()).toEqual([2]);
  });

  it('fails everything with the refusal of the server', () => {
    table.sent(add(1), server);
    add(2);
    table.connectionLost(cause, 'refused', server);
    expect(log.filter((line) => !line.includes('released'))).toEqual([
      '1 CONNECTION_CLOSED rejected',
      '2 CONNECTION_CLOSED rejected',
    ]);
  });

  it('says of each call at the end whether it was ever sent', () => {
    table.sent(add(1), server);
    add(2);
    table.failAll(cause);
    expect(log.filter((line) => !line.includes('released'))).toEqual([
      '1 CONNECTION_LOST connection-lost',
      '2 CONNECTION_CLOSED not-sent',
    ]);
  });
});
