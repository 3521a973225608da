import { describe, expect, it } from '@jest/globals';
import { countClose, createCounters, readCounters } from './counters.js';

const HELD = { unsentBytes: 12, runsKept: 3, runsWaiting: 1, keptBytes: 500, mutationsOrphaned: 2, isDraining: false };

describe('readCounters', () => {
  it('gives a copy that later counts do not change', () => {
    const counters = createCounters();
    counters.callsFailed.NOT_FOUND += 1;
    counters.gapsTold.overflow += 1;
    const stats = readCounters(counters, HELD);
    const before = structuredClone(stats);
    counters.callsFailed.NOT_FOUND += 1;
    counters.subscriptionsFailed.CONFLICT += 1;
    counters.gapsTold.overflow += 1;
    counters.connections.native += 1;
    counters.connectionsOpened.stock += 1;
    counters.callsAnswered += 1;
    counters.subscriptionsResumed.gap += 1;
    counters.upgradesRefused['404'] = 1;
    countClose(counters, 1000);
    expect(stats).toEqual(before);
    expect(stats).toMatchObject({ ...HELD, callsFailed: { NOT_FOUND: 1 }, gapsTold: { overflow: 1 } });
  });

  it('has a zero for every error key and every reason of a gap', () => {
    const { callsFailed, subscriptionsFailed, gapsTold } = readCounters(createCounters(), HELD);
    expect(gapsTold).toEqual({ restarted: 0, invalid: 0, overflow: 0, trimmed: 0 });
    expect(callsFailed.INTERNAL_SERVER_ERROR).toBe(0);
    expect(subscriptionsFailed).toEqual(callsFailed);
  });
});

describe('countClose', () => {
  it('counts the codes that somebody knows by themselves, and what a peer makes up together', () => {
    const counters = createCounters();
    for (const code of [1000, 1006, 4000, 4000, 4999, 3999, 1016]) countClose(counters, code);
    expect(counters.closes).toEqual({ 1000: 1, 1006: 1, 4000: 2, other: 3 });
  });
});
