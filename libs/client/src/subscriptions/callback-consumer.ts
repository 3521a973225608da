import type { Gap } from '../errors/gap-error.js';
import type { TrunklineError } from '../errors/trunkline-error.js';
import type { Consumer } from './consumer.js';
import type { Resumption } from './resumption.js';
import type { Subscription } from './subscription.js';

/** The callbacks of one subscription. One that throws is reported and changes nothing. */
export interface SubscriptionCallbacks<TEvent> {
  /**
   * An event. It counts as taken when this returns, and only then may the server send another in its
   * place. `info` is there when `conflated` events were merged into this one, as was asked for.
   */
  readonly onData?: ((event: TEvent, info?: { readonly conflated: number }) => void) | undefined;
  /** The subscription ended with this error. */
  readonly onError?: ((error: TrunklineError) => void) | undefined;
  /** Events are missing here. */
  readonly onGap?: ((gap: Gap) => void) | undefined;
  /** The server began to serve it: at first, and again after each lost connection. */
  readonly onStarted?: ((info: { readonly resumed: Resumption }) => void) | undefined;
  /** The procedure was done, or the client was closed. */
  readonly onComplete?: (() => void) | undefined;
}

/** Hands a subscription to callbacks. */
export class CallbackConsumer implements Consumer {
  readonly #callbacks: SubscriptionCallbacks<unknown>;
  readonly #report: (thrown: unknown) => void;
  readonly #ended: () => void;
  /** Set by whoever made both, before anything is delivered. */
  subscription: Subscription | undefined;

  /** @param ended called once, when the subscription ends by itself. */
  constructor(callbacks: SubscriptionCallbacks<unknown>, report: (thrown: unknown) => void, ended: () => void) {
    this.#callbacks = callbacks;
    this.#report = report;
    this.#ended = ended;
  }

  started(resumed: Resumption): void {
    this.#guard(() => this.#callbacks.onStarted?.({ resumed }));
  }

  event(value: unknown, conflated?: number): void {
    try {
      if (conflated === undefined) this.#callbacks.onData?.(value);
      else this.#callbacks.onData?.(value, { conflated });
    } catch (thrown) {
      this.#report(thrown);
    }
    this.subscription?.taken();
  }

  gap(gap: Gap): void {
    this.#guard(() => this.#callbacks.onGap?.(gap));
  }

  interrupted(): void {
    // Callbacks that want to know watch the connection's state.
  }

  failed(error: TrunklineError): void {
    this.#ended();
    this.#guard(() => this.#callbacks.onError?.(error));
  }

  completed(): void {
    this.#ended();
    this.#guard(() => this.#callbacks.onComplete?.());
  }

  #guard(callback: () => void): void {
    try {
      callback();
    } catch (thrown) {
      this.#report(thrown);
    }
  }
}
