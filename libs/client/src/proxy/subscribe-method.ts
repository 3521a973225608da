import type { CallbackOptions, IterationOptions, Unsubscribable } from '../subscribe.js';
import type { TunableIterator } from '../subscriptions/pace.js';
import type { SubscriptionItem } from '../subscriptions/subscription-iterator.js';

/** How a subscription is begun: with callbacks at once, or to be read with `for await`. */
export interface Subscribe<TInput, TEvent> {
  (
    input: TInput,
    options: CallbackOptions<TEvent> & {
      readonly onData: (event: TEvent, info?: { readonly conflated: number }) => void;
    },
  ): Unsubscribable;
  (input: TInput, options: IterationOptions & { readonly status: true }): TunableIterator<SubscriptionItem<TEvent>>;
  (input: TInput, options?: IterationOptions & { readonly status?: false }): TunableIterator<TEvent>;
}
