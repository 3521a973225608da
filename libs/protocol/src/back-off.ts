/** How long a client pauses between attempts to connect. */
export interface BackOff {
  /** Upper bound of the first pause, in milliseconds; it doubles with each attempt. */
  readonly firstDelayMs: number;
  /** Upper bound of every pause, in milliseconds. */
  readonly maxDelayMs: number;
}

/** A first retry within a quarter of a second, later ones at most 15 seconds apart. */
export const DEFAULT_BACK_OFF: BackOff = { firstDelayMs: 250, maxDelayMs: 15_000 };

/**
 * The pause before an attempt, in milliseconds, with full jitter: anything between nothing and the bound, so that a
 * thousand clients which lost the same server do not come back together.
 *
 * @param attempt counts from 1.
 * @param random between 0 (included) and 1 (excluded).
 */
export function decideBackOffMs(backOff: BackOff, attempt: number, random: number): number {
  const bound = Math.min(backOff.maxDelayMs, backOff.firstDelayMs * 2 ** Math.min(attempt - 1, 30));
  return Math.floor(random * bound);
}
