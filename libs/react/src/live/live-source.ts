import type { SubscriptionItem } from '@trunkline/client';

/** A subscription procedure of a client, such as `client.prices.onTick`. */
export interface LiveSource<TInput, TEvent> {
  readonly subscribe: (input: TInput) => AsyncIterable<TEvent>;
}

/** The events of a source together with its gaps and comings and goings. */
export function readWithStatus<TInput, TEvent>(
  source: LiveSource<TInput, TEvent>,
  input: TInput,
  options: { readonly maxRate?: number | undefined },
): AsyncIterableIterator<SubscriptionItem<TEvent>, undefined> {
  // The overload that the type of a source leaves out, because TypeScript reads the type of an event from one overload only.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- See above.
  const withStatus = source as unknown as WithStatus<TInput, TEvent>;
  return withStatus.subscribe(input, { ...options, status: true });
}

interface WithStatus<TInput, TEvent> {
  readonly subscribe: (
    input: TInput,
    options: { readonly status: true; readonly maxRate?: number | undefined },
  ) => AsyncIterableIterator<SubscriptionItem<TEvent>, undefined>;
}
