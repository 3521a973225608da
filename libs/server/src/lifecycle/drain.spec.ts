import { describe, expect, it } from '@jest/globals';
import { FakeServerClock } from '../testing/fake-server-clock.spec-support.js';
import { Drain, type DrainReport } from './drain.js';
import { planDrain } from './drain-plan.js';
import type { DrainedConnection } from './drained-connection.js';

class FakeDrained implements DrainedConnection {
  readonly log: string[] = [];
  callCount = 0;
  isIdle = false;
  readonly isToldAhead: boolean;

  constructor(isToldAhead = true) {
    this.isToldAhead = isToldAhead;
  }

  askToMove(reconnectAfterMs: number, deadlineMs: number): void {
    this.log.push(`move ${reconnectAfterMs} ${deadlineMs}`);
  }

  closeWhenIdle(): void {
    this.log.push('close when idle');
  }

  terminate(): void {
    this.log.push('terminate');
  }
}

function setUp(connections: readonly FakeDrained[]) {
  const clock = new FakeServerClock();
  const drain = new Drain(clock, planDrain({ deadlineMs: 3000, spreadMs: 1000 }), connections, (each) => each);
  const reports: DrainReport[] = [];
  void drain.report.then((report) => reports.push(report));
  drain.start();
  return { clock, drain, reports };
}

const NOTHING: DrainReport = {
  connectionCount: 0,
  movedCount: 0,
  closedCount: 0,
  cutCount: 0,
  unansweredCallCount: 0,
  durationMs: 0,
};

describe('Drain', () => {
  it('is done at once when nobody is connected', async () => {
    const { clock, reports } = setUp([]);
    await clock.settle();
    expect(reports).toEqual([NOTHING]);
    expect(clock.pendingCount).toBe(0);
  });

  it('tells each client its own slot at once, and the deadline', () => {
    const clients = [new FakeDrained(), new FakeDrained(), new FakeDrained(), new FakeDrained()];
    setUp(clients);
    expect(clients.map(({ log }) => log)).toEqual([
      ['move 0 3000'],
      ['move 250 3000'],
      ['move 500 3000'],
      ['move 750 3000'],
    ]);
  });

  it('tells one that cannot wait when its slot has come, unless it has gone by then', () => {
    const clients = [new FakeDrained(false), new FakeDrained(false), new FakeDrained(false)];
    const { clock, drain } = setUp(clients);
    expect(clients.map(({ log }) => log)).toEqual([['move 0 3000'], [], []]);
    clock.advance(333);
    expect(clients[1]?.log).toEqual(['move 0 2667']);
    const [, , last] = clients;
    if (last) drain.gone(last);
    clock.advance(400);
    expect(last?.log).toEqual([]);
  });

  it('ends when the last has gone, and counts those that went by themselves', async () => {
    const clients = [new FakeDrained(), new FakeDrained()];
    const { clock, drain, reports } = setUp(clients);
    clock.advance(600);
    for (const client of clients) drain.gone(client);
    for (const client of clients) drain.gone(client);
    await clock.settle();
    expect(reports).toEqual([{ ...NOTHING, connectionCount: 2, movedCount: 2, durationMs: 600 }]);
    expect(clock.pendingCount).toBe(0);
  });

  it('closes who does nothing once every client was told', () => {
    const [idle, busy, stock] = [new FakeDrained(), new FakeDrained(), new FakeDrained(false)];
    idle.isIdle = true;
    stock.isIdle = true;
    const { clock } = setUp([idle, busy, stock]);
    clock.advance(1000);
    expect(stock.log).toEqual(['move 0 2334']);
    expect(idle.log.at(-1)).toBe('close when idle');
    expect(busy.log).toHaveLength(1);
  });

  it('closes who has not gone when it is time for the last call, and cuts who is there at the deadline', async () => {
    const [first, second] = [new FakeDrained(), new FakeDrained()];
    const { clock, drain, reports } = setUp([first, second]);
    clock.advance(1999);
    expect(first.log).toEqual(['move 0 3000']);
    clock.advance(1);
    expect(first.log.at(-1)).toBe('close when idle');
    drain.gone(first);
    second.callCount = 2;
    clock.advance(1000);
    expect(second.log.slice(1)).toEqual(['close when idle', 'terminate']);
    await clock.settle();
    expect(reports).toEqual([
      { connectionCount: 2, movedCount: 0, closedCount: 1, cutCount: 1, unansweredCallCount: 2, durationMs: 3000 },
    ]);
  });
});
