import type { ConnectionState } from './connect.js';

/** One interruption: when the connection was lost and, once it is over, when it came back. Epoch milliseconds. */
export interface Outage {
  readonly lostAt: number;
  readonly restoredAt: number | null;
}

/** The outage after a change of state. A page that was never connected has none: nothing was lost. */
export function nextOutage(outage: Outage | null, previous: ConnectionState, state: ConnectionState, now: number) {
  if (previous.name === 'connected' && state.name !== 'connected') {
    // A second loss right after a short return is one interruption to the reader, told from its beginning.
    const isSameOutage = outage?.restoredAt != null && now - outage.restoredAt < joinWithinMs;
    return { lostAt: isSameOutage ? outage.lostAt : now, restoredAt: null };
  }
  if (state.name === 'connected' && outage && outage.restoredAt === null) return { ...outage, restoredAt: now };
  return outage;
}

/** What an outage cost the selected host's charts. */
export interface OutageCost {
  readonly filledInCount: number;
  readonly missingMs: number;
}

/** `times` are the sample times in order, `maxSpacingMs` the longest step between two that is no hole. */
export function outageCost(outage: Outage, times: readonly number[], maxSpacingMs: number, now: number): OutageCost {
  const end = outage.restoredAt ?? now;
  let filledInCount = 0;
  let missingMs = 0;
  let previous: number | null = null;
  for (const time of times) {
    if (time > outage.lostAt && time <= end) filledInCount += 1;
    if (previous !== null && time - previous > maxSpacingMs) {
      missingMs += overlapMs(previous, time, outage.lostAt, end);
    }
    previous = time;
  }
  return { filledInCount, missingMs };
}

const joinWithinMs = 2_000;

function overlapMs(fromA: number, toA: number, fromB: number, toB: number): number {
  return Math.max(0, Math.min(toA, toB) - Math.max(fromA, fromB));
}
