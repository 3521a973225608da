/** How the events of one subscription are kept for a client that comes back, and what happens when it reads too slowly. */
export interface SubscriptionPolicy {
  /** What is kept for a client whose connection is lost; false keeps nothing. @default the server's option `resume` */
  readonly keep?: false | KeepPolicy | undefined;
  /** What happens while events come faster than they are read. @default 'pause', for observables `{ dropOldest: maxQueuedEvents }` */
  readonly overflow?: OverflowPolicy | undefined;
  /** Events in a second at most, whatever the client asks for; those between are merged into the newest. @default no limit */
  readonly maxRate?: number | undefined;
}

/** How much is kept of one run of a subscription. */
export interface KeepPolicy {
  /** Events that were sent and not acknowledged. @default 1024 */
  readonly events?: number | undefined;
  /** Their size: the JSON text in UTF-16 units and 128 for each. @default 1048576 */
  readonly bytes?: number | undefined;
  /** How long the procedure is kept after its connection is lost, in milliseconds. @default 30000 */
  readonly ms?: number | undefined;
}

/**
 * What happens to events that cannot be sent, because the client has granted no credit or does not read:
 *
 * - `'pause'`: the source is not asked for more. An observable cannot be paused, so the oldest of `maxQueuedEvents` are let go.
 * - `{ buffer: n }`: n events wait; what comes beyond them is let go until they are read, and a gap stands behind them.
 * - `{ dropOldest: n }`: the newest n wait; a gap stands in the place of those before them.
 * - `'latest'`: only the newest waits, and tells how many it stands for. No gap.
 * - `{ latest: (event) => key }`: the newest of each key waits.
 * - `'end'`: the subscription ends with `CONSUMER_TOO_SLOW` once `maxQueuedEvents` wait.
 * - `'disconnect'`: the connection closes with 4103 once `maxQueuedEvents` wait.
 *
 * Every one but `'pause'` asks a generator for its next event as soon as it has given one.
 */
export type OverflowPolicy =
  | 'pause'
  | { readonly buffer: number }
  | { readonly dropOldest: number }
  | 'latest'
  | { readonly latest: (event: never) => string }
  | 'end'
  | 'disconnect';

/**
 * Looks a policy over.
 *
 * @throws TypeError or RangeError that names the procedure, the option and the value.
 */
export function validateSubscriptionPolicy(path: string, policy: unknown): SubscriptionPolicy {
  const whole = asRecord(path, 'subscription', policy);
  const { keep, overflow, maxRate } = whole;
  if (keep !== undefined && keep !== false) {
    const bounds = asRecord(path, 'subscription.keep', keep);
    for (const name of ['events', 'bytes', 'ms']) assertCount(path, `subscription.keep.${name}`, bounds[name]);
  }
  if (overflow !== undefined) assertOverflow(path, overflow);
  if (maxRate !== undefined && !(typeof maxRate === 'number' && maxRate > 0 && maxRate < Infinity)) {
    throw new RangeError(
      `${place(path, 'subscription.maxRate')} is ${describe(maxRate)}; it must be a finite number above 0.`,
    );
  }
  return whole;
}

function assertOverflow(path: string, overflow: unknown): void {
  if (typeof overflow === 'string' && NAMED.has(overflow)) return;
  const record = typeof overflow === 'object' && overflow !== null ? { ...overflow } : {};
  const [[name, value] = [], ...others] = Object.entries(record);
  if (others.length === 0 && (name === 'buffer' || name === 'dropOldest') && value !== undefined) {
    return assertCount(path, `subscription.overflow.${name}`, value);
  }
  if (others.length === 0 && name === 'latest' && typeof value === 'function') return;
  throw new TypeError(
    `${place(path, 'subscription.overflow')} is ${typeof overflow === 'string' ? `"${overflow}"` : `a value of type ${typeof overflow}`}; it must be ` +
      `"pause", "latest", "end", "disconnect", { buffer: n }, { dropOldest: n } or { latest: (event) => key }.`,
  );
}

const NAMED: ReadonlySet<string> = new Set(['pause', 'latest', 'end', 'disconnect']);

function assertCount(path: string, option: string, value: unknown): void {
  if (value === undefined || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1)) return;
  throw new RangeError(`${place(path, option)} is ${describe(value)}; it must be a whole number of 1 or more.`);
}

function describe(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : `a value of type ${typeof value}`;
}

function asRecord(path: string, option: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new TypeError(`${place(path, option)} is a value of type ${typeof value}; it must be an object.`);
}

function place(path: string, option: string): string {
  return `The meta of the procedure "${path}": trunkline.${option}`;
}
