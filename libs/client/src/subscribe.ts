import { onAbort } from './abort-signal.js';
import type { ClientCore } from './client-core.js';
import { CallbackConsumer, type SubscriptionCallbacks } from './subscriptions/callback-consumer.js';
import type { Pace, Tunable } from './subscriptions/pace.js';
import { SubscriptionIterator } from './subscriptions/subscription-iterator.js';

/** Ends a subscription. Ending it twice does nothing. */
export interface Unsubscribable extends Tunable {
  unsubscribe(): void;
}

/** The options of a subscription that is read with `for await`. */
export interface IterationOptions extends Pace {
  /** Ends the subscription; the loop ends without an error. */
  readonly signal?: AbortSignal | null | undefined;
  /** Whether the loop also gets gaps and the connection's comings and goings, instead of a `GapError`. @default false */
  readonly status?: boolean | undefined;
}

/** The options of a subscription with callbacks. */
export interface CallbackOptions<TEvent> extends SubscriptionCallbacks<TEvent>, Pace {
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
  if (options.signal?.aborted === true) return { unsubscribe: () => undefined, tune: () => undefined };
  const { signal } = options;
  const unsubscribe = (): void => {
    ignoreSignal();
    consumer.subscription?.stop();
  };
  const ignoreSignal = onAbort(signal, unsubscribe);
  const consumer = new CallbackConsumer(options, (thrown) => core.report(thrown), ignoreSignal);
  consumer.subscription = core.subscribe(path, input, consumer, options.maxRate ?? undefined);
  // A listener of the connection's state may have aborted it before there was anything to stop.
  if (signal?.aborted === true) unsubscribe();
  return { unsubscribe, tune: ({ maxRate }) => consumer.subscription?.tune(maxRate ?? undefined) };
}

function iterate(core: ClientCore, path: string, input: unknown, options: IterationOptions): SubscriptionIterator {
  const { signal } = options;
  const iterator = new SubscriptionIterator(
    path,
    options.status === true,
    (begun, maxRate) => core.subscribe(path, input, begun, maxRate),
    () => ignoreSignal(),
  );
  iterator.tune(options);
  const ignoreSignal = onAbort(signal, () => void iterator.return());
  if (signal?.aborted === true) void iterator.return();
  return iterator;
}
