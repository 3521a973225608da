import type { ClientCore } from './client-core.js';
import { CallbackConsumer, type SubscriptionCallbacks } from './subscriptions/callback-consumer.js';
import { SubscriptionIterator } from './subscriptions/subscription-iterator.js';

/** Ends a subscription. Ending it twice does nothing. */
export interface Unsubscribable {
  unsubscribe(): void;
}

/** The options of a subscription that is read with `for await`. */
export interface IterationOptions {
  /** Ends the subscription; the loop ends without an error. */
  readonly signal?: AbortSignal | null | undefined;
  /** Whether the loop also gets gaps and the connection's comings and goings, instead of a `GapError`. @default false */
  readonly status?: boolean | undefined;
}

/** The options of a subscription with callbacks. */
export interface CallbackOptions<TEvent> extends SubscriptionCallbacks<TEvent> {
  /** Ends the subscription; no callback is called after it. */
  readonly signal?: AbortSignal | null | undefined;
}

/** With callbacks a subscription begins at once; without, at the first `next()`. */
export function subscribe(
  core: ClientCore,
  path: string,
  input: unknown,
  options: CallbackOptions<unknown> & IterationOptions = {},
): Unsubscribable | SubscriptionIterator {
  const { onData, onError, onGap, onStarted, onComplete } = options;
  return (onData ?? onError ?? onGap ?? onStarted ?? onComplete) === undefined
    ? iterate(core, path, input, options)
    : callBack(core, path, input, options);
}

function callBack(core: ClientCore, path: string, input: unknown, options: CallbackOptions<unknown>): Unsubscribable {
  const { signal } = options;
  if (signal?.aborted === true) return { unsubscribe: () => undefined };
  const unsubscribe = (): void => {
    signal?.removeEventListener('abort', unsubscribe);
    consumer.subscription?.stop();
  };
  const consumer = new CallbackConsumer(
    options,
    (thrown) => core.report(thrown),
    () => signal?.removeEventListener('abort', unsubscribe),
  );
  consumer.subscription = core.subscribe(path, input, consumer);
  if (consumer.subscription?.isEnded === false) signal?.addEventListener('abort', unsubscribe);
  return { unsubscribe };
}

function iterate(core: ClientCore, path: string, input: unknown, options: IterationOptions): SubscriptionIterator {
  const { signal } = options;
  const onAbort = (): void => void iterator.return();
  const iterator = new SubscriptionIterator(
    path,
    options.status === true,
    (consumer) => core.subscribe(path, input, consumer),
    () => signal?.removeEventListener('abort', onAbort),
  );
  if (signal?.aborted === true) onAbort();
  else signal?.addEventListener('abort', onAbort);
  return iterator;
}
