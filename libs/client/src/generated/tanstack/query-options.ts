import type { TrunklineError } from '../../errors/trunkline-error.js';
import type { Mutation, Query } from '../procedures.js';
import { keyOf, type QueryKey } from './query-key.js';

/** What TanStack Query needs to know of a query. Spread it to add options of its own. */
export interface QueryOptions<TOutput> {
  readonly queryKey: QueryKey;
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<TOutput>;
}

/** What TanStack Query needs to know of a mutation. Spread it to add options of its own. */
export interface MutationOptions<TInput, TOutput> {
  readonly mutationKey: QueryKey;
  readonly mutationFn: (input: TInput) => Promise<TOutput>;
}

/**
 * The options of `useQuery` and its like for a query. It is withdrawn when nobody wants its answer any more.
 *
 * @example
 * useQuery(queryOptions(api.orders.list, { order: 'asc' }));
 */
export function queryOptions<TOutput, TError extends TrunklineError>(
  procedure: Query<void, TOutput, TError>,
): QueryOptions<TOutput>;
export function queryOptions<TInput, TOutput, TError extends TrunklineError>(
  procedure: Query<TInput, TOutput, TError>,
  input: TInput,
): QueryOptions<TOutput>;
export function queryOptions(
  procedure: Query<unknown, unknown, TrunklineError>,
  input?: unknown,
): QueryOptions<unknown> {
  return {
    queryKey: keyOf(procedure, input),
    queryFn: ({ signal }) => procedure.query(input, { signal }),
  };
}

/**
 * The options of `useMutation` and its like for a mutation.
 *
 * @example
 * const place = useMutation(mutationOptions(api.orders.place));
 */
export function mutationOptions<TInput, TOutput, TError extends TrunklineError>(
  procedure: Mutation<TInput, TOutput, TError>,
): MutationOptions<TInput, TOutput> {
  return {
    mutationKey: keyOf(procedure),
    mutationFn: (input) => procedure.mutate(input),
  };
}
