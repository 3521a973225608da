import { describe, expect, it } from '@jest/globals';
import { FakeServerClock } from '../testing/fake-server-clock.spec-support.js';
import { Credentials } from './credentials.js';

function setUp(warningMs = 30_000) {
  const clock = new FakeServerClock();
  const log: string[] = [];
  const credentials = new Credentials(clock, warningMs, {
    expiring: (inMs) => void log.push(`expiring in ${inMs}`),
    expired: () => void log.push('expired'),
  });
  const renew = (leftMs: number | null) =>
    credentials.renew({ principal: 'ada', expiresAt: leftMs === null ? null : clock.now() + leftMs });
  return { clock, log, credentials, renew };
}

describe('Credentials', () => {
  it('are nobody’s and without end until something is shown', () => {
    const { credentials, clock } = setUp();
    expect(credentials.standing).toEqual({ principal: null, expiresAt: null });
    expect(credentials.expiresInMs).toBeUndefined();
    expect(clock.pendingCount).toBe(0);
  });

  it('warn once before their end, then tell the end', () => {
    const { clock, log, renew, credentials } = setUp();
    renew(60_000);
    clock.advance(29_999);
    expect(log).toEqual([]);
    clock.advance(1);
    expect(log).toEqual(['expiring in 30000']);
    expect(credentials.expiresInMs).toBe(30_000);
    clock.advance(30_000);
    expect(log).toEqual(['expiring in 30000', 'expired']);
    expect(clock.pendingCount).toBe(0);
  });

  it('warn at once when less is left, and end at once when nothing is', () => {
    const { log, renew } = setUp();
    renew(10);
    expect(log).toEqual(['expiring in 10']);
    renew(-5);
    expect(log).toEqual(['expiring in 10', 'expired']);
  });

  it('go on when they are renewed, and warn again', () => {
    const { clock, log, renew } = setUp();
    renew(31_000);
    clock.advance(1000);
    renew(31_000);
    clock.advance(30_999);
    expect(log).toEqual(['expiring in 30000', 'expiring in 30000']);
    renew(null);
    clock.advance(1_000_000);
    expect(log).toHaveLength(2);
  });

  it('look again when a timer fires early', () => {
    const { clock, log, credentials } = setUp(0);
    const actions: (() => void)[] = [];
    const early = {
      now: () => clock.now(),
      schedule: (_: number, action: () => void) => (actions.push(action), () => undefined),
    };
    const impatient = new Credentials(early, 0, { expiring: () => undefined, expired: () => void log.push('expired') });
    impatient.renew({ principal: null, expiresAt: clock.now() + 100 });
    actions.shift()?.();
    expect(log).toEqual([]);
    clock.advance(100);
    actions.shift()?.();
    expect(log).toEqual(['expired']);
    credentials.stop();
  });

  it('say nothing once the connection is gone', () => {
    const { clock, log, renew, credentials } = setUp();
    renew(60_000);
    credentials.stop();
    clock.advance(100_000);
    expect(log).toEqual([]);
    expect(clock.pendingCount).toBe(0);
  });
});
