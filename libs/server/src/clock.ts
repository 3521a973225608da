import type { Clock } from '@trunkline/protocol';

/** Time as a server needs it. */
export interface ServerClock extends Clock {
  /** Runs the action once every promise job of the present turn has run, and before any I/O. */
  afterTurn(action: () => void): void;
  /** Runs the action after I/O and timers have had their turn: what works for long gives way here. */
  giveWay(action: () => void): void;
}

/** Timers count no further, which is 24.8 days: a longer delay, such as `Infinity`, would fire at once. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/** Node's own time. Timers do not keep the process alive. */
export const systemClock: ServerClock = {
  now: () => Date.now(),
  schedule(delayMs, action) {
    const timer = setTimeout(action, Math.min(delayMs, MAX_DELAY_MS));
    timer.unref();
    return () => clearTimeout(timer);
  },
  afterTurn: (action) => process.nextTick(action),
  giveWay: (action) => void setImmediate(action),
};
