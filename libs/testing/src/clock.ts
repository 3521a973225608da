import type { Clock } from '@trunkline/protocol';

/** Real time, for what stands between real sockets. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(delayMs, action) {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Runs the action once every promise job of the present turn has run, and before any I/O. */
export function afterTurn(action: () => void): void {
  process.nextTick(action);
}

/** Runs the action after I/O and timers have had their turn. */
export function giveWay(action: () => void): void {
  setImmediate(action);
}
