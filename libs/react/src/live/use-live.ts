import { dequal } from 'dequal';
import { useMemo, useRef, useSyncExternalStore } from 'react';
import { systemClock } from '../clock.js';
import { type Fold, latest } from './fold.js';
import { type LiveSource, readWithStatus } from './live-source.js';
import { type Live, LiveStore } from './live-store.js';

/** How a subscription is read. But for `enabled`, these are looked at when it begins. */
export interface LiveOptions<TEvent, TValue> {
  /** What is made of the events: `latest()`, `windowOf(60)`, `tableBy(keyOf)`, or your own. @default latest() */
  readonly fold?: Fold<TEvent, TValue> | undefined;
  /** Whether to subscribe at all. @default true */
  readonly enabled?: boolean | undefined;
  /** When an event happened, in milliseconds since the epoch: for `lagMs`. @default nobody knows */
  readonly timeOf?: ((event: TEvent) => number | Date) | undefined;
  /** Events a second that the server may send at most; it merges the others. @default as many as there are */
  readonly maxRate?: number | undefined;
}

/**
 * Follows a subscription while the component is on the page: its value, and how true that is. Begins anew when the source
 * or the input (compared by its content) is another; across lost connections it goes on by itself.
 *
 * @example
 * const { value: price, status } = useLive(client.prices.onTick, { symbol: 'X' });
 * const { value: rows } = useLive(client.hosts.onChange, undefined, { fold: tableBy((host) => host.id) });
 */
export function useLive<TInput, TEvent, TValue = TEvent | undefined>(
  source: LiveSource<TInput, TEvent>,
  input: TInput,
  options: LiveOptions<NoInfer<TEvent>, TValue> = {},
): Live<TValue> {
  const { enabled = true } = options;
  const sameInput = useSame(input);
  const store = useMemo(
    () => createStore(source, sameInput, options),
    // The options are read when the subscription begins, so that a fold written in the component begins nothing anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- See above.
    [source, sameInput],
  );
  const live = useSyncExternalStore(enabled ? store.subscribe : subscribeToNothing, store.read, store.read);
  return useMemo<Live<TValue>>(() => (enabled ? live : { ...live, status: 'off' }), [enabled, live]);
}

function createStore<TInput, TEvent, TValue>(
  source: LiveSource<TInput, TEvent>,
  input: TInput,
  { fold, timeOf, maxRate }: LiveOptions<TEvent, TValue>,
): LiveStore<TEvent, TValue> {
  // Without a fold the value is the newest event, which is what its type stands for then.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- See above.
  const folding = (fold ?? (latest<TEvent>() as Fold<TEvent, TValue>))();
  const open = () => readWithStatus(source, input, maxRate === undefined ? {} : { maxRate });
  return new LiveStore({ clock: systemClock, folding, timeOf, open });
}

/** The value that was there first, for as long as each next one has the same content. */
function useSame<TValue>(value: TValue): TValue {
  const kept = useRef(value);
  if (!dequal(kept.current, value)) kept.current = value;
  return kept.current;
}

const subscribeToNothing = (): (() => void) => () => undefined;
