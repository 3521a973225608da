import { describe, expect, it } from '@jest/globals';
import { FakeClock } from '@trunkline/testing';
import { HeldClaim } from './held-claim.js';
import type { IdempotencyStore } from './idempotency-store.js';

function setUp(answers: Partial<Pick<IdempotencyStore, 'renew' | 'complete' | 'release'>>) {
  const clock = new FakeClock();
  const log: string[] = [];
  const no = (): boolean => false;
  const claim = new HeldClaim({
    store: {
      epoch: () => null,
      begin: () => ({ state: 'full' }),
      renew: no,
      complete: no,
      release: no,
      close: () => undefined,
      ...answers,
    },
    clock,
    claimed: { key: 'k', token: 't' },
    leaseMs: 4000,
    lost: () => void log.push('lost'),
    failed: (thrown) => void log.push(String(thrown)),
  });
  return { clock, log, claim };
}

describe('HeldClaim', () => {
  it('says when somebody took over', () => {
    const { claim, log } = setUp({ renew: () => false });
    claim.renew();
    expect(log).toEqual(['lost']);
  });

  it('says nothing while it is renewed', () => {
    const { claim, log } = setUp({ renew: () => true });
    claim.renew();
    expect(log).toEqual([]);
  });

  it('says that the store failed, and is not lost by that', () => {
    const { claim, log } = setUp({
      renew: () => {
        throw new Error('down');
      },
    });
    claim.renew();
    expect(log).toEqual(['Error: down']);
  });

  it('records before it calls back', () => {
    const log: string[] = [];
    const { claim } = setUp({ complete: (_, result) => log.push(result) > 0 });
    claim.complete('=1', () => void log.push('recorded'));
    expect(log).toEqual(['=1', 'recorded']);
  });

  it('goes on trying to record until the lease runs out, and calls back once', () => {
    let isDown = true;
    let attemptCount = 0;
    const { claim, log, clock } = setUp({
      complete: () => {
        attemptCount += 1;
        if (isDown) throw new Error('down');
        return true;
      },
    });
    claim.complete('=1', () => void log.push('recorded'));
    expect(log).toEqual(['Error: down', 'recorded']);
    clock.advance(1000);
    isDown = false;
    clock.advance(10_000);
    expect(attemptCount).toBe(3);
    isDown = true;
    claim.complete('=1', () => undefined);
    clock.advance(100_000);
    expect(attemptCount).toBe(7);
    expect(clock.pendingCount).toBe(0);
  });
});
