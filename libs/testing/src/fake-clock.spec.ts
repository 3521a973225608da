import { describe, expect, it } from '@jest/globals';
import { FakeClock } from './fake-clock.js';

describe('FakeClock', () => {
  it('runs what is due in order of time, then of scheduling', () => {
    const clock = new FakeClock();
    const ran: string[] = [];
    clock.schedule(20, () => ran.push('late'));
    clock.schedule(10, () => ran.push('first'));
    clock.schedule(10, () => ran.push('second'));
    clock.advance(19);
    expect(ran).toEqual(['first', 'second']);
    clock.advance(1);
    expect(ran).toEqual(['first', 'second', 'late']);
  });

  it('shows an action the time for which it was scheduled', () => {
    const clock = new FakeClock(0);
    const seen: number[] = [];
    clock.schedule(5, () => {
      seen.push(clock.now());
      clock.schedule(5, () => seen.push(clock.now()));
    });
    clock.advance(100);
    expect(seen).toEqual([5, 10]);
    expect(clock.now()).toBe(100);
  });

  it('forgets what was cancelled', () => {
    const clock = new FakeClock();
    let hasRun = false;
    const cancel = clock.schedule(1, () => {
      hasRun = true;
    });
    cancel();
    cancel();
    clock.advance(10);
    expect(hasRun).toBe(false);
    expect(clock.pendingCount).toBe(0);
  });
});
