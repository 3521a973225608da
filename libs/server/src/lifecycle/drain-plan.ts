/** How a server leaves its clients. */
export interface DrainOptions {
  /** Time for the whole, in milliseconds: what is still open then is cut. @default 9000 */
  readonly deadlineMs?: number | undefined;
  /** Time over which the clients are sent elsewhere, one after the other, in milliseconds. @default 5000, or a third of deadlineMs when that is less */
  readonly spreadMs?: number | undefined;
}

/** When each part of a drain happens, in milliseconds from its beginning. */
export interface DrainPlan {
  /** Until then clients are sent elsewhere; who is still there and does nothing is closed. */
  readonly spreadMs: number;
  /** From here on no call begins any more, and who has nothing running is closed. */
  readonly lastCallMs: number;
  readonly deadlineMs: number;
}

/** Within the 10 seconds that `docker stop` leaves between asking and killing; others leave more. */
const DEFAULT_DEADLINE_MS = 9000;

/** Enough for a crowd to come one by one, and little for the one who is waited for. */
const MAX_DEFAULT_SPREAD_MS = 5000;

/**
 * Plans a drain: clients move away during the spread, those that did not are closed in the second half of what is left.
 *
 * @throws RangeError for a time that makes no sense, naming the option, the value and what it may be.
 */
export function planDrain(options: DrainOptions = {}): DrainPlan {
  const deadlineMs = options.deadlineMs ?? DEFAULT_DEADLINE_MS;
  assertDuration('deadlineMs', deadlineMs, Number.MAX_SAFE_INTEGER, 'a whole number of milliseconds');
  const spreadMs = options.spreadMs ?? Math.min(MAX_DEFAULT_SPREAD_MS, Math.floor(deadlineMs / 3));
  assertDuration('spreadMs', spreadMs, deadlineMs, `at most deadlineMs, which is ${deadlineMs}`);
  return { spreadMs, lastCallMs: spreadMs + Math.floor((deadlineMs - spreadMs) / 2), deadlineMs };
}

/** When a client is asked to go: evenly over the spread, so that the next server is not asked by all at once. */
export function slotMs(index: number, count: number, { spreadMs }: DrainPlan): number {
  return Math.floor((spreadMs * index) / count);
}

function assertDuration(option: keyof DrainOptions, value: number, most: number, bound: string): void {
  if (Number.isSafeInteger(value) && value >= 0 && value <= most) return;
  throw new RangeError(`The option ${option} of drain() is ${String(value)}; it must be 0 or more, and ${bound}.`);
}
