import { describe, expect, it } from '@jest/globals';
import type { ConnectionState } from './connect.js';
import { nextOutage, outageCost } from './outage.js';

const connected: ConnectionState = { name: 'connected', since: 0 };
const connecting: ConnectionState = { name: 'connecting', attempt: 1 };
const waiting: ConnectionState = { name: 'waiting', attempt: 1, retryAt: 0, cause: new Error('lost') };

describe('nextOutage', () => {
  it('begins when a connection is lost and ends when one stands', () => {
    const begun = nextOutage(null, connected, waiting, 1_000);
    expect(begun).toEqual({ lostAt: 1_000, restoredAt: null });
    expect(nextOutage(begun, waiting, connecting, 2_000)).toBe(begun);
    expect(nextOutage(begun, connecting, connected, 3_000)).toEqual({ lostAt: 1_000, restoredAt: 3_000 });
  });

  it('counts a first connection as none', () => {
    expect(nextOutage(null, connecting, waiting, 1_000)).toBeNull();
    expect(nextOutage(null, connecting, connected, 1_000)).toBeNull();
  });

  it('joins a loss right after a return to the outage before', () => {
    const over = { lostAt: 1_000, restoredAt: 5_000 };
    expect(nextOutage(over, connected, waiting, 6_000)).toEqual({ lostAt: 1_000, restoredAt: null });
    expect(nextOutage(over, connected, waiting, 60_000)).toEqual({ lostAt: 60_000, restoredAt: null });
  });
});

describe('outageCost', () => {
  const outage = { lostAt: 10_000, restoredAt: 20_000 };

  it('counts the samples of the outage that came after all', () => {
    expect(outageCost(outage, [9_000, 11_000, 13_000, 15_000, 17_000, 19_000, 21_000], 2_500, 0)).toEqual({
      filledInCount: 5,
      missingMs: 0,
    });
  });

  it('counts what is missing within the outage alone', () => {
    expect(outageCost(outage, [2_000, 8_000, 12_000, 22_000], 2_500, 0)).toEqual({
      filledInCount: 1,
      missingMs: 10_000,
    });
  });
});
