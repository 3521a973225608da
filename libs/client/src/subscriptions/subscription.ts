import type { Resumed } from '@trunkline/protocol';
import type { Gap } from '../errors/gap-error.js';
import type { TrunklineError } from '../errors/trunkline-error.js';
import type { Consumer } from './consumer.js';
import { CreditWindow } from './credit-window.js';

/** What a subscription asks of the connection that serves it. */
export interface SubscriptionServer {
  grant(subscription: Subscription, count: number): void;
  unsubscribe(subscription: Subscription): void;
}

/** One subscription, over as many connections as it takes. */
export class Subscription {
  readonly path: string;
  /** JSON text of the input; undefined to leave it out. */
  readonly input: string | undefined;
  readonly credit = new CreditWindow();
  readonly consumer: Consumer;
  readonly #ended: (subscription: Subscription) => void;
  #phase: 'waiting' | 'asked' | 'open' | 'ended' = 'waiting';
  #server: SubscriptionServer | undefined;
  #position: string | undefined;
  #hasStarted = false;

  constructor(
    path: string,
    input: string | undefined,
    consumer: Consumer,
    ended: (subscription: Subscription) => void,
  ) {
    this.path = path;
    this.input = input;
    this.consumer = consumer;
    this.#ended = ended;
  }

  get isWaiting(): boolean {
    return this.#phase === 'waiting';
  }

  /** Whether the server ever began to serve it. */
  get hasStarted(): boolean {
    return this.#hasStarted;
  }

  /** Where to resume: the last cursor, or the last tracked id under the stock dialect. */
  get position(): string | undefined {
    return this.#position;
  }

  /** The subscribe is out. */
  asked(server: SubscriptionServer): void {
    this.#phase = 'asked';
    this.#server = server;
  }

  started(resumed: Resumed, position: string | undefined): void {
    if (this.#phase === 'ended') return;
    this.#phase = 'open';
    this.#hasStarted = true;
    this.#position = position ?? this.#position;
    this.consumer.started(resumed);
    this.#grant();
  }

  /** @param position undefined when the event has none; it does not erase the one before. */
  event(value: unknown, position: string | undefined): void {
    if (this.#phase === 'ended') return;
    this.#position = position ?? this.#position;
    this.consumer.event(value);
  }

  gap(gap: Gap, position: string | undefined): void {
    if (this.#phase === 'ended') return;
    this.#position = position ?? this.#position;
    this.consumer.gap(gap);
  }

  /** The consumer has had one event. */
  taken(): void {
    this.credit.take();
    this.#grant();
  }

  /** The connection that served it is gone, or wants it to go elsewhere. */
  interrupted(cause: TrunklineError): void {
    this.#server = undefined;
    if (this.#phase === 'ended' || this.#phase === 'waiting') return;
    this.#phase = 'waiting';
    this.consumer.interrupted(cause);
  }

  completed(): void {
    if (this.#end()) this.consumer.completed();
  }

  failed(error: TrunklineError): void {
    if (this.#end()) this.consumer.failed(error);
  }

  /** The user wants no more of it: the server is told, the consumer is not. */
  stop(): void {
    const server = this.#server;
    if (this.#end()) server?.unsubscribe(this);
  }

  #end(): boolean {
    if (this.#phase === 'ended') return false;
    this.#phase = 'ended';
    this.#server = undefined;
    this.#ended(this);
    return true;
  }

  #grant(): void {
    if (this.#phase !== 'open') return;
    const count = this.credit.due();
    if (count > 0) this.#server?.grant(this, count);
  }
}
