import type { Gap } from '../errors/gap-error.js';
import type { TrunklineError } from '../errors/trunkline-error.js';
import type { Consumer } from './consumer.js';
import { CreditWindow } from './credit-window.js';
import type { Resumption } from './resumption.js';

/** What a subscription asks of the connection that serves it. */
export interface SubscriptionServer {
  grant(subscription: Subscription, count: number): void;
  unsubscribe(subscription: Subscription): void;
  /** Its `maxRate` has changed. Left out where the dialect has no word for it. */
  tune?(subscription: Subscription): void;
  /** Another connection serves it from here on: what still comes for it here is dropped. */
  release(subscription: Subscription): void;
}

/** One subscription, over as many connections as it takes. */
export class Subscription {
  readonly kind = 'subscription';
  readonly path: string;
  /** JSON text of the input; undefined to leave it out. */
  readonly input: string | undefined;
  readonly credit = new CreditWindow();
  readonly consumer: Consumer;
  /** Events in a second that are wanted at most; undefined for every one. */
  maxRate: number | undefined;
  /** When its last subscribe left. */
  queuedAt = 0;
  /** Whether new credentials were brought for the sake of this subscribe, which happens once until it is served. */
  hasRefreshed = false;
  readonly #ended: (subscription: Subscription) => void;
  #phase: 'waiting' | 'asked' | 'open' | 'ended' = 'waiting';
  #server: SubscriptionServer | undefined;
  /** Where it was served before, and is still heard from until the new server has begun. */
  #former: SubscriptionServer | undefined;
  /** It goes on elsewhere without having been interrupted. */
  #isMoving = false;
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

  /** Whether this server may still say something about it. */
  isServedBy(server: SubscriptionServer): boolean {
    return this.#server === server || this.#former === server;
  }

  /** Whether this server is heard only until the next one has begun. */
  isMovingFrom(server: SubscriptionServer): boolean {
    return this.#former === server;
  }

  /**
   * The subscribe is out, perhaps while another connection still serves it.
   *
   * @param overlaps whether that one is heard until this one has begun, because nothing of it can be asked for again.
   */
  asked(server: SubscriptionServer, overlaps = false): void {
    const former = this.#server;
    this.#isMoving = former !== undefined && this.#hasStarted;
    this.#phase = 'asked';
    this.#server = server;
    if (overlaps) this.#former = former;
    else former?.release(this);
  }

  started(resumed: Resumption, position: string | undefined): void {
    if (this.#phase === 'ended') return;
    // Of a move that lost nothing its consumer need not know.
    const isNews = !this.#isMoving || resumed === 'fresh' || resumed === 'gap';
    this.#phase = 'open';
    this.#hasStarted = true;
    this.#isMoving = false;
    this.hasRefreshed = false;
    this.#position = position ?? this.#position;
    this.#former?.release(this);
    this.#former = undefined;
    if (isNews) this.consumer.started(resumed);
    this.#grant();
  }

  /** @param position undefined when the event has none; it does not erase the one before. */
  event(value: unknown, position: string | undefined, conflated?: number): void {
    if (this.#phase === 'ended') return;
    this.#position = position ?? this.#position;
    this.consumer.event(value, conflated);
  }

  gap(gap: Gap, position: string | undefined): void {
    if (this.#phase === 'ended') return;
    this.#position = position ?? this.#position;
    this.consumer.gap(gap);
  }

  /** Changes the pace, here and on every connection that is to come. */
  tune(maxRate: number | undefined): void {
    this.maxRate = maxRate;
    this.#server?.tune?.(this);
  }

  /** The consumer has had one event. */
  taken(): void {
    this.credit.take();
    this.#grant();
  }

  /** A connection that served it is gone. */
  lost(server: SubscriptionServer, cause: TrunklineError): void {
    // What it is moving to serves it already, or soon will.
    if (server === this.#server) this.interrupted(cause);
    else this.#former = undefined;
  }

  /** The connection that served it is gone, or wants it to go elsewhere. */
  interrupted(cause: TrunklineError): void {
    this.#former?.release(this);
    this.#former = undefined;
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
    const former = this.#former;
    if (!this.#end()) return;
    server?.unsubscribe(this);
    former?.unsubscribe(this);
  }

  #end(): boolean {
    if (this.#phase === 'ended') return false;
    this.#phase = 'ended';
    this.#server = undefined;
    this.#former = undefined;
    this.#ended(this);
    return true;
  }

  #grant(): void {
    if (this.#phase !== 'open') return;
    const count = this.credit.due();
    if (count > 0) this.#server?.grant(this, count);
  }
}
