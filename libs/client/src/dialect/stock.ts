import {
  type CallId,
  type ConnectionParams,
  decodeStockServerFrame,
  encodeStockCall,
  encodeStockConnectionParams,
  encodeStockStop,
  memberOf,
  PayloadFailure,
  STOCK_PING,
  STOCK_PONG,
  type StockServerFrame,
  unreachable,
} from '@trunkline/protocol';
import type { PendingCall } from '../calls/pending-call.js';
import { serverError, type TrunklineError } from '../errors/trunkline-error.js';
import type { Subscription } from '../subscriptions/subscription.js';
import type { Dialect, Session, SessionContext } from './dialect.js';
import { unreadable } from './unreadable.js';

/** tRPC's own protocol, for a server that runs `applyWSSHandler`. It has no credit, no cursor but `tracked()` ids, and no cancel for calls. */
export function stock(): Dialect {
  return {
    name: 'stock',
    subprotocol: undefined,
    addressOf: (url, params) => (params === null ? url : `${url}${url.includes('?') ? '&' : '?'}connectionParams=1`),
    createSession: (context) => new StockSession(context),
  };
}

/** Events that one connection brings while the next begins; more than these might be handed out twice. */
const MAX_OVERLAP_IDS = 1000;

/** Tracked ids that came on the former connection after the subscribe on the next. */
const overlaps = new WeakMap<Subscription, Set<string>>();

class StockSession implements Session {
  readonly #context: SessionContext;
  readonly #byId = new Map<CallId, Subscription>();
  readonly #ids = new Map<Subscription, number>();
  /** Until the server has answered anything, an error without an id is its no to the whole connection. */
  #hasAnswered = false;
  #isOpen = false;

  constructor(context: SessionContext) {
    this.#context = context;
  }

  get maySend(): boolean {
    return this.#isOpen;
  }

  greet(params: ConnectionParams): void {
    if (params !== null) this.#context.send(encodeStockConnectionParams(params));
    // Nothing answers the params: a server that refuses them says so and closes.
    this.#isOpen = true;
    this.#context.welcomed();
  }

  call(call: PendingCall): void {
    this.#context.calls.sent(call, this);
    this.#context.send(encodeStockCall(call.id, call.kind, call.path, call.input, undefined));
  }

  cancel(): void {
    // The stock protocol has no word for it: the answer is dropped when it comes.
  }

  subscribe(subscription: Subscription): void {
    const id = this.#context.nextId();
    this.#byId.set(id, subscription);
    this.#ids.set(subscription, id);
    // What came without an id cannot be asked for again, so the former connection is heard until this one has begun.
    subscription.asked(this, true);
    overlaps.set(subscription, new Set());
    const { path, input, position } = subscription;
    this.#context.send(encodeStockCall(id, 'subscription', path, input, position));
  }

  unsubscribe(subscription: Subscription): void {
    const id = this.#forget(subscription);
    if (id !== undefined) this.#context.send(encodeStockStop(id));
  }

  release(subscription: Subscription): void {
    this.unsubscribe(subscription);
  }

  grant(): void {
    // The stock protocol knows no credit.
  }

  ping(): void {
    this.#context.send(STOCK_PING);
  }

  received(text: string): void {
    const frame = decodeStockServerFrame(text);
    if (frame.type === 'failure' && frame.id === null && !this.#hasAnswered) {
      this.#isOpen = false;
      this.#context.refused(this.#errorOf(frame.error, undefined));
      return;
    }
    this.#apply(frame);
  }

  #apply(frame: StockServerFrame): void {
    switch (frame.type) {
      case 'ping':
        return this.#context.send(STOCK_PONG);
      case 'data':
        this.#hasAnswered = true;
        return this.#data(frame.id, frame.data, frame.trackedId);
      case 'started':
        this.#hasAnswered = true;
        return this.#started(frame.id);
      case 'stopped': {
        const subscription = this.#byId.get(frame.id);
        if (subscription === undefined) return;
        this.#forget(subscription);
        return subscription.completed();
      }
      case 'failure':
        return this.#failed(frame.id, frame.error);
      case 'violation':
        return this.#context.broken('SERVER_VIOLATION', frame.message);
      case 'reconnect':
        this.#isOpen = false;
        return this.#context.draining(0, Infinity);
      case 'pong':
      case 'unknown':
        return;
      default:
        return unreachable(frame);
    }
  }

  #data(id: CallId, data: unknown, trackedId: string | undefined): void {
    const value = this.#context.settings.codec.decode(data);
    const subscription = this.#byId.get(id);
    if (subscription !== undefined) {
      if (!(value instanceof PayloadFailure)) return this.#event(subscription, value, trackedId);
      this.unsubscribe(subscription);
      return subscription.failed(unreadable(value, subscription.path));
    }
    const call = this.#context.calls.get(id);
    if (call === undefined) return;
    if (value instanceof PayloadFailure) this.#context.calls.fail(call.id, unreadable(value, call.path));
    else this.#context.calls.settle(call.id, value);
  }

  #event(subscription: Subscription, value: unknown, trackedId: string | undefined): void {
    const ids = overlaps.get(subscription);
    if (trackedId !== undefined && ids !== undefined) {
      // Sent again behind the position that the subscribe named: the former connection brought it meanwhile.
      if (ids.delete(trackedId)) return;
      if (subscription.isMovingFrom(this) && ids.size < MAX_OVERLAP_IDS) ids.add(trackedId);
    }
    subscription.event(value, trackedId);
  }

  // A stock server does not say how it resumed: its procedure was given the last tracked id, and may have made nothing of
  // it. Without one it cannot have resumed: what came meanwhile is missing.
  #started(id: CallId): void {
    const subscription = this.#byId.get(id);
    if (subscription === undefined) return;
    if (!subscription.hasStarted) return subscription.started('fresh', undefined);
    if (subscription.position !== undefined) return subscription.started('unconfirmed', undefined);
    subscription.started('gap', undefined);
    subscription.gap({ reason: 'restarted', dropped: undefined }, undefined);
  }

  #failed(id: CallId | null, error: unknown): void {
    if (id === null) return;
    const subscription = this.#byId.get(id);
    if (subscription !== undefined) {
      this.#forget(subscription);
      return subscription.failed(this.#errorOf(error, subscription.path));
    }
    const call = this.#context.calls.get(id);
    if (call === undefined) return;
    const failure = this.#errorOf(error, call.path);
    if (failure.code !== 'SERVICE_UNAVAILABLE' || memberOf(failure.data, 'ran') !== false)
      return this.#context.failed(call, failure);
    // The server stops, and did not run it.
    this.#context.calls.notRun(call);
    this.#isOpen = false;
    this.#context.draining(0, Infinity);
  }

  #errorOf(error: unknown, path: string | undefined): TrunklineError {
    const shape = this.#context.settings.codec.decode(error);
    return serverError(shape instanceof PayloadFailure ? error : shape, path);
  }

  #forget(subscription: Subscription): number | undefined {
    const id = this.#ids.get(subscription);
    this.#ids.delete(subscription);
    if (id !== undefined) this.#byId.delete(id);
    return id;
  }
}
