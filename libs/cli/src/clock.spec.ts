import { describe, expect, it } from '@jest/globals';
import { systemClock } from './clock.js';

describe('systemClock', () => {
  it('runs an action after its delay, and none that was cancelled', async () => {
    const ran: string[] = [];
    const before = systemClock.now();
    const cancel = systemClock.schedule(1, () => ran.push('cancelled'));
    cancel();
    cancel();
    await new Promise<void>((resolve) => {
      systemClock.schedule(5, resolve);
    });
    expect(ran).toEqual([]);
    expect(systemClock.now()).toBeGreaterThan(before);
  });
});
