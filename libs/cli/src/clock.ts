import type { Clock } from '@trunkline/protocol';

/** Real time. No other file of this library names timers or the date. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(delayMs, action) {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};
