import { describe, expect, it } from '@jest/globals';
import { afterTurn, giveWay, systemClock } from './clock.js';

describe('systemClock', () => {
  it('runs an action in its time, and none that was cancelled', async () => {
    const before = systemClock.now();
    let hasRun = false;
    const cancel = systemClock.schedule(1, () => {
      hasRun = true;
    });
    cancel();
    await new Promise<void>((resolve) => {
      systemClock.schedule(3, resolve);
    });
    expect(hasRun).toBe(false);
    expect(systemClock.now()).toBeGreaterThan(before);
  });
});

describe('afterTurn and giveWay', () => {
  it('wait for the end of the turn, and for I/O and timers', async () => {
    const ran: string[] = [];
    await new Promise<void>((resolve) => {
      giveWay(() => {
        ran.push('giveWay');
        resolve();
      });
      afterTurn(() => ran.push('afterTurn'));
      ran.push('now');
    });
    expect(ran).toEqual(['now', 'afterTurn', 'giveWay']);
  });
});
