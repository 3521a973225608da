import {
  type CallId,
  type CallParams,
  type EndMessage,
  encodeCancel,
  encodeCredit,
  encodeTune,
  encodeUnsubscribe,
  type GapMessage,
  type NextMessage,
  PayloadFailure,
  readSubscribed,
  type WireError,
} from '@trunkline/protocol';
import type { TrunklineError } from '../errors/trunkline-error.js';
import type { Subscription, SubscriptionServer } from '../subscriptions/subscription.js';
import { Acknowledgements } from './acknowledgements.js';
import type { SessionContext } from './dialect.js';
import { errorCodeOf, wrongKind } from './native-error.js';
import { SlowConsumers } from './slow-consumers.js';
import { unreadable } from './unreadable.js';

/** What the subscriptions of a conversation need of it. */
export interface NativeWire extends SubscriptionServer {
  readonly maySend: boolean;
  subscribe(subscription: Subscription): void;
  send(text: string): void;
  /** The text of a call or subscribe, or why it cannot be sent. @param input JSON text; undefined to leave it out. */
  write(id: CallId, path: string, input: string | undefined, params: CallParams): string | TrunklineError;
  errorOf(error: WireError, path: string | undefined): TrunklineError;
  violated(what: string): void;
  /** The server takes nothing new. */
  drain(): void;
}

/** What a subscription is called on this connection: by the id of its subscribe, and by a number once that is answered. */
interface Known {
  readonly id: number;
  number?: number;
  /** The pace that the server was last asked for. */
  maxRate: number | undefined;
}

/** The subscriptions of one conversation. */
export class NativeSubscriptions {
  readonly #context: SessionContext;
  readonly #wire: NativeWire;
  readonly #asked = new Map<CallId, Subscription>();
  readonly #open = new Map<number, Subscription>();
  /** The way back from a subscription. */
  readonly #known = new Map<Subscription, Known>();
  readonly #acknowledgements: Acknowledgements;
  readonly #slowConsumers: SlowConsumers;

  constructor(context: SessionContext, wire: NativeWire) {
    this.#context = context;
    this.#wire = wire;
    this.#acknowledgements = new Acknowledgements(context.settings.clock, (number) => {
      const position = this.#open.get(number)?.position;
      if (position !== undefined) wire.send(encodeCredit(number, 0, position));
    });
    this.#slowConsumers = new SlowConsumers(context.settings, wire);
  }

  subscribe(subscription: Subscription): void {
    const { path, input, position: after, maxRate } = subscription;
    const id = this.#context.nextId();
    const text = this.#wire.write(id, path, input, { credit: subscription.credit.open(), after, maxRate });
    if (typeof text !== 'string') return subscription.failed(text);
    this.#asked.set(id, subscription);
    this.#known.set(subscription, { id, maxRate });
    subscription.queuedAt = this.#context.settings.clock.now();
    subscription.asked(this.#wire);
    this.#wire.send(text);
  }

  unsubscribe(subscription: Subscription): void {
    const known = this.forget(subscription);
    if (known === undefined) return;
    const { id, number } = known;
    this.#wire.send(number === undefined ? encodeCancel(id) : encodeUnsubscribe(this.#context.nextId(), number));
  }

  grant(subscription: Subscription, count: number): void {
    const number = this.#known.get(subscription)?.number;
    if (number === undefined) return;
    this.#acknowledgements.said(number);
    this.#wire.send(encodeCredit(number, count, subscription.position));
  }

  tune(subscription: Subscription): void {
    const known = this.#known.get(subscription);
    // What is not answered yet has no number; its answer brings it here again.
    if (known?.number === undefined || known.maxRate === subscription.maxRate) return;
    known.maxRate = subscription.maxRate;
    this.#wire.send(encodeTune(known.number, known.maxRate ?? null));
  }

  forget(subscription: Subscription): Known | undefined {
    const known = this.#known.get(subscription);
    this.#known.delete(subscription);
    if (known === undefined) return undefined;
    this.#asked.delete(known.id);
    if (known.number !== undefined) {
      this.#open.delete(known.number);
      this.#acknowledgements.said(known.number);
    }
    return known;
  }

  told(frame: NextMessage | GapMessage | EndMessage): void {
    const subscription = this.#open.get(frame.subscription);
    if (subscription === undefined) return;
    const { cursor } = frame;
    if (frame.type === 'gap') return subscription.gap({ reason: frame.reason, dropped: frame.dropped }, cursor);
    if (frame.type === 'end') return this.#ended(subscription, frame);
    if (!subscription.credit.receive()) return this.#wire.violated('It sent an event without credit.');
    const value = this.#context.settings.codec.decode(frame.data);
    if (value instanceof PayloadFailure) {
      this.unsubscribe(subscription);
      return subscription.failed(unreadable(value, subscription.path));
    }
    this.#acknowledgements.owe(frame.subscription);
    subscription.event(value, cursor, frame.conflated);
  }

  answered(id: CallId, result: unknown): void {
    const subscription = this.#asked.get(id);
    // The answer to a subscribe that was withdrawn meanwhile: the cancel ends it. Answers to pings need nothing.
    if (subscription === undefined) return;
    this.#asked.delete(id);
    const known = this.#known.get(subscription);
    const subscribed = readSubscribed(result);
    if (subscribed === undefined || known === undefined) {
      this.#known.delete(subscription);
      return subscription.failed(wrongKind({ kind: 'subscription', path: subscription.path }));
    }
    known.number = subscribed.subscription;
    this.#open.set(subscribed.subscription, subscription);
    this.tune(subscription);
    subscription.started(subscribed.resumed, subscribed.cursor);
  }

  failed(id: CallId, error: WireError): void {
    const subscription = this.#asked.get(id);
    if (subscription === undefined) return;
    this.forget(subscription);
    if (goesOn(error)) this.#fail(subscription, error);
    else this.#context.subscribeFailed(subscription, this.#wire.errorOf(error, subscription.path));
  }

  /** The conversation is over. */
  close(): void {
    this.#acknowledgements.close();
    this.#slowConsumers.close();
  }

  #ended(subscription: Subscription, { subscription: number, cursor, error }: EndMessage): void {
    this.forget(subscription);
    // An end that is kept for a resume has a place, and is let go of when that is acknowledged.
    if (cursor !== undefined && !goesOn(error)) this.#wire.send(encodeCredit(number, 0, cursor));
    if (error === undefined) subscription.completed();
    else this.#fail(subscription, error);
  }

  #fail(subscription: Subscription, error: WireError): void {
    const failure = this.#wire.errorOf(error, subscription.path);
    if (!goesOn(error)) return subscription.failed(failure);
    subscription.interrupted(failure);
    if (errorCodeOf(error) === 'SHUTTING_DOWN') this.#wire.drain();
    else this.#slowConsumers.add(subscription);
  }
}

/** Whether a subscription that ends so is subscribed again at its last cursor. */
function goesOn(error: WireError | undefined): boolean {
  const code = error && errorCodeOf(error);
  return code === 'SHUTTING_DOWN' || code === 'CONSUMER_TOO_SLOW';
}
