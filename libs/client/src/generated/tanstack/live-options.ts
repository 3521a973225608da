import type { TrunklineError } from '../../errors/trunkline-error.js';
import type { Subscription } from '../procedures.js';
import { keyOf, type QueryKey } from './query-key.js';

/** What TanStack Query needs to know of a subscription that is shown as a query. */
export interface LiveOptions<TData> {
  readonly queryKey: QueryKey;
  readonly queryFn: (context: LiveContext) => Promise<TData>;
  /** Never stale: the events themselves keep it fresh. */
  readonly staleTime: number;
}

/** What TanStack Query gives to a function that fetches, as far as it is needed here. */
export interface LiveContext {
  readonly signal: AbortSignal;
  readonly client: { setQueryData(queryKey: readonly unknown[], data: unknown): unknown };
}

/** How events become data. */
export interface Reduction<TEvent, TData> {
  /** The data before the first event. */
  readonly initial: TData;
  /** The data after an event. It must not change the data that it is given. */
  readonly reduce: (data: TData, event: TEvent) => TData;
}

/**
 * The options of `useQuery` and its like for a subscription: its data is the newest event, or what `reduce` makes of all.
 * The query is `fetching` for as long as the subscription runs, which ends when nobody looks at it any more. Missing events
 * are a `GapError`, after which TanStack Query begins anew.
 *
 * @example
 * useQuery(liveOptions(api.hosts.samples, { host }));
 */
export function liveOptions<TInput, TEvent, TError extends TrunklineError>(
  procedure: Subscription<TInput, TEvent, TError>,
  input: TInput,
): LiveOptions<TEvent>;
export function liveOptions<TInput, TEvent, TData, TError extends TrunklineError>(
  procedure: Subscription<TInput, TEvent, TError>,
  input: TInput,
  reduction: Reduction<TEvent, TData>,
): LiveOptions<TData>;
export function liveOptions(
  procedure: Subscription<unknown, unknown, TrunklineError>,
  input: unknown,
  reduction?: Reduction<unknown, unknown>,
): LiveOptions<unknown> {
  const queryKey = keyOf(procedure, input);
  return {
    queryKey,
    staleTime: Infinity,
    async queryFn({ signal, client }) {
      let data = reduction?.initial;
      for await (const event of procedure.subscribe(input, { signal })) {
        data = reduction === undefined ? event : reduction.reduce(data, event);
        client.setQueryData(queryKey, data);
      }
      if (data === undefined) throw new Error(`"${procedure.path()}" ended before its first event.`);
      return data;
    },
  };
}
