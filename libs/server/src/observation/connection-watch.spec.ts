import { describe, expect, it } from '@jest/globals';
import { createCall } from '../testing/fake-host.spec-support.js';
import { FakeServerClock } from '../testing/fake-server-clock.spec-support.js';
import { ConnectionWatch } from './connection-watch.js';
import type { Logger } from './logger.js';
import type { ObservationOptions } from './observation-options.js';
import { Observer } from './observer.js';

const call = createCall({ path: 'orders.byId', id: 7 });

function setUp(options: ObservationOptions = {}) {
  const clock = new FakeServerClock();
  const observer = new Observer(options);
  return { clock, observer, watch: new ConnectionWatch(observer, clock, 'native', { peerAddress: undefined }) };
}

function keepAll() {
  const notices: unknown[] = [];
  const keep = (notice: unknown): number => notices.push(notice);
  return { notices, hooks: { onConnection: keep, onCall: keep, onSubscription: keep, onGap: keep } };
}

function keepLines() {
  const lines: string[] = [];
  const write =
    (level: string): Logger['debug'] =>
    (_fields, message) =>
      void lines.push(`${level}: ${message}`);
  return {
    lines,
    logger: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
  };
}

describe('ConnectionWatch', () => {
  it('counts without anybody who is told, and asks no clock for the time of a call', () => {
    const { clock, observer, watch } = setUp();
    clock.advance(5);
    watch.opened();
    expect(watch.startedAt).toBe(0);
    watch.callAnswered(call, 'query', 0, 3);
    watch.callAbandoned(call, 'query', 0);
    watch.callFailed(call, 'query', 0, 'CONFLICT');
    watch.violated('BAD_REQUEST', 'no', true);
    watch.violated('BAD_REQUEST', 'no', false);
    expect(observer.counters).toMatchObject({
      connections: { native: 1, stock: 0 },
      callsAnswered: 1,
      callsAbandoned: 1,
      callsFailed: { CONFLICT: 1 },
      violations: 1,
      notificationsRefused: 1,
    });
  });

  it('tells how long a call took, by the clock of the server', () => {
    const { notices, hooks } = keepAll();
    const { clock, watch } = setUp(hooks);
    const { startedAt } = watch;
    clock.advance(40);
    watch.callAnswered(call, 'query', startedAt, 3);
    expect(notices).toEqual([
      {
        connection: { id: 1, dialect: 'native', peerAddress: undefined, client: {} },
        id: 7,
        path: 'orders.byId',
        kind: 'query',
        traceparent: undefined,
        outcome: 'answered',
        error: undefined,
        outputLength: 3,
        startedAt,
        durationMs: 40,
      },
    ]);
  });

  it('gives a call that never began no duration', () => {
    const { notices, hooks } = keepAll();
    const { clock, watch } = setUp(hooks);
    watch.callFailed(call, undefined, undefined, 'NOT_FOUND');
    expect(notices).toMatchObject([{ startedAt: clock.now(), durationMs: 0, error: 'NOT_FOUND' }]);
  });

  it('tells the life of a subscription, and counts its failure by key', () => {
    const { notices, hooks } = keepAll();
    const { clock, observer, watch } = setUp(hooks);
    const subscription = { call, number: 3, startedAt: watch.startedAt };
    clock.advance(10);
    watch.subscriptionOpened(subscription, 'recovered');
    watch.gapTold(subscription, 'overflow', 12);
    clock.advance(10);
    watch.subscriptionEnded(subscription, 'failed', 'CONFLICT', 5);
    expect(notices).toMatchObject([
      { event: 'opened', number: 3, resumed: 'recovered', durationMs: 10 },
      { path: 'orders.byId', reason: 'overflow', dropped: 12 },
      { event: 'ended', outcome: 'failed', error: 'CONFLICT', eventsSent: 5, durationMs: 20 },
    ]);
    expect(observer.counters).toMatchObject({
      subscriptions: 0,
      subscriptionsResumed: { recovered: 1 },
      subscriptionsFailed: { CONFLICT: 1 },
    });
  });

  it('names the code with which the server closed first, whatever the peer says to that', () => {
    const { notices, hooks } = keepAll();
    const { clock, observer, watch } = setUp(hooks);
    watch.opened();
    clock.advance(7);
    watch.closing(4103, 'too slow');
    watch.closing(1006, 'cut off');
    watch.closed(1000, '');
    expect(notices.at(-1)).toMatchObject({ code: 4103, reason: 'too slow', closedBy: 'server', durationMs: 7 });
    expect(observer.counters).toMatchObject({ closes: { 4103: 1 }, connections: { native: 0 } });
  });

  it('knows the client once it has said who it is, also in notices after earlier ones', () => {
    const { notices, hooks } = keepAll();
    const { watch } = setUp(hooks);
    watch.opened();
    watch.identified({ name: 'shop' });
    watch.ready();
    expect(notices).toMatchObject([
      { event: 'opened', connection: { client: {} } },
      { event: 'ready', connection: { client: { name: 'shop' } } },
    ]);
  });

  it('numbers the connections of one server', () => {
    const observer = new Observer({});
    const peer = { peerAddress: undefined };
    const watches = [1, 2].map(() => new ConnectionWatch(observer, new FakeServerClock(), 'stock', peer));
    expect(watches.map(({ info }) => info.id)).toEqual([1, 2]);
  });

  it('writes a line for what a peer did wrong, and none for a call', () => {
    const { lines, logger } = keepLines();
    const { watch } = setUp({ logger });
    const subscription = { call, number: 1, startedAt: 0 };
    watch.opened();
    watch.ready();
    watch.callAnswered(call, 'query', 0, 3);
    watch.subscriptionOpened(subscription, 'recovered');
    watch.violated('BAD_REQUEST', 'no', true);
    watch.gapTold(subscription, 'restarted', undefined);
    watch.gapTold(subscription, 'overflow', 1);
    watch.closing(4103, 'too slow');
    watch.closed(1006, '');
    expect(lines).toEqual([
      'debug: A connection opened.',
      'debug: A connection is ready.',
      'debug: A message broke the protocol.',
      'debug: A client was told that events are missing.',
      'warn: A client was told that events are missing.',
      'warn: A connection closed.',
    ]);
  });
});
