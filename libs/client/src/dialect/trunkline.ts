import {
  type CallId,
  type CallParams,
  type ConnectionParams,
  decodeServerFrame,
  type EndMessage,
  encodeAuth,
  encodeCall,
  encodeCancel,
  encodeCredit,
  encodeHello,
  encodePing,
  encodeUnsubscribe,
  type GapMessage,
  NATIVE_SUBPROTOCOL,
  type NextMessage,
  PayloadFailure,
  readExpiry,
  readOutput,
  readSubscribed,
  readWelcome,
  type ServerFrame,
  unreachable,
  type WireError,
} from '@trunkline/protocol';
import { type CallName, callError } from '../calls/call-errors.js';
import type { PendingCall } from '../calls/pending-call.js';
import { memberOf, serverError, type TrunklineError } from '../errors/trunkline-error.js';
import type { Subscription } from '../subscriptions/subscription.js';
import type { Dialect, Session, SessionContext } from './dialect.js';
import { unreadable } from './unreadable.js';

/** The native dialect: strict JSON-RPC 2.0 with Trunkline's guarantees. */
export function trunkline(): Dialect {
  return {
    name: 'trunkline',
    subprotocol: NATIVE_SUBPROTOCOL,
    addressOf: (url) => url,
    createSession: (context) => new TrunklineSession(context),
  };
}

/** Messages that may follow the hello in the same breath: few enough for the queue of any server. */
const MAX_EARLY_MESSAGES = 32;

const NO_PARAMS: CallParams = {};

const NO_WELCOME = 'It did not welcome the client.';

/** What a subscription is called on this connection: by the id of its subscribe, and by a number once that is answered. */
interface Known {
  readonly id: number;
  number?: number;
}

/** New credentials that the server has not answered yet. */
interface Authentication {
  resolve(): void;
  reject(error: TrunklineError): void;
}

class TrunklineSession implements Session {
  readonly #context: SessionContext;
  readonly #helloId: number;
  readonly #asked = new Map<CallId, Subscription>();
  readonly #open = new Map<number, Subscription>();
  /** The way back from a subscription. */
  readonly #known = new Map<Subscription, Known>();
  readonly #authentications = new Map<CallId, Authentication>();
  #phase: 'greeting' | 'open' | 'refused' | 'draining' = 'greeting';
  #earlyCount = 0;
  #maxMessageBytes = Infinity;

  constructor(context: SessionContext) {
    this.#context = context;
    this.#helloId = context.nextId();
  }

  get maySend(): boolean {
    return this.#phase === 'open' || (this.#phase === 'greeting' && this.#earlyCount < MAX_EARLY_MESSAGES);
  }

  greet(connectionParams: ConnectionParams): void {
    const { client, payload } = this.#context.settings;
    this.#context.send(encodeHello(this.#helloId, { client, payload, features: [], connectionParams }));
  }

  call(call: PendingCall): void {
    const params =
      call.dueAt === 0 && !call.hasBeenSent
        ? NO_PARAMS
        : { deadlineMs: this.#remainingMs(call.dueAt), sent: call.hasBeenSent ? { epoch: null } : undefined };
    const text = encodeCall(call.id, call.path, call.input, params);
    const excess = this.#excess(text, call.path);
    this.#context.calls.sent(call, this);
    if (excess === undefined) this.#send(text);
    else this.#context.calls.fail(call.id, excess);
  }

  cancel(call: PendingCall): void {
    this.#send(encodeCancel(call.id));
  }

  subscribe(subscription: Subscription): void {
    const id = this.#context.nextId();
    const credit = subscription.credit.open();
    const text = encodeCall(id, subscription.path, subscription.input, { credit, after: subscription.position });
    const excess = this.#excess(text, subscription.path);
    if (excess !== undefined) return subscription.failed(excess);
    this.#asked.set(id, subscription);
    this.#known.set(subscription, { id });
    subscription.asked(this);
    this.#send(text);
  }

  unsubscribe(subscription: Subscription): void {
    const known = this.#forget(subscription);
    if (known === undefined) return;
    const { id, number } = known;
    this.#send(number === undefined ? encodeCancel(id) : encodeUnsubscribe(this.#context.nextId(), number));
  }

  release(subscription: Subscription): void {
    this.#forget(subscription);
  }

  authenticate(connectionParams: ConnectionParams): Promise<void> {
    return new Promise((resolve, reject) => {
      const id = this.#context.nextId();
      this.#authentications.set(id, { resolve, reject });
      this.#send(encodeAuth(id, connectionParams));
    });
  }

  grant(subscription: Subscription, count: number): void {
    const number = this.#known.get(subscription)?.number;
    if (number !== undefined) this.#send(encodeCredit(number, count));
  }

  ping(): void {
    this.#context.send(encodePing(this.#context.nextId()));
  }

  received(text: string): void {
    // A stock server asks for a sign of life before anything else may be known of it.
    if (this.#phase === 'greeting' && (text === 'PING' || text === 'PONG')) return this.#foreign(`It sent ${text}.`);
    this.#apply(decodeServerFrame(text));
  }

  #apply(frame: ServerFrame): void {
    if (this.#phase === 'greeting' && 'id' in frame && frame.id !== this.#helloId)
      return this.#foreign(frame.type === 'violation' ? frame.message : NO_WELCOME);
    switch (frame.type) {
      case 'result':
        return this.#answered(frame.id, frame.result);
      case 'failure':
        return this.#failed(frame.id, frame.error);
      case 'next':
      case 'gap':
      case 'end': {
        const subscription = this.#open.get(frame.subscription);
        if (subscription !== undefined) this.#told(subscription, frame);
        return;
      }
      case 'batch':
        for (const message of frame.messages) this.#apply(message);
        return;
      case 'violation':
        return this.#violated(frame.message);
      case 'expiring':
        return this.#context.expiring(frame.inMs);
      case 'drain':
        return this.#context.draining(frame.reconnectAfterMs, frame.deadlineMs);
      case 'part':
      case 'unknown':
        return;
      default:
        return unreachable(frame);
    }
  }

  #told(subscription: Subscription, frame: NextMessage | GapMessage | EndMessage): void {
    if (frame.type === 'gap') return subscription.gap({ reason: frame.reason, dropped: frame.dropped }, frame.cursor);
    if (frame.type === 'end') {
      this.#forget(subscription);
      return frame.error === undefined ? subscription.completed() : this.#failSubscription(subscription, frame.error);
    }
    if (!subscription.credit.receive()) return this.#violated('It sent an event without credit.');
    const value = this.#context.settings.codec.decode(frame.data);
    if (!(value instanceof PayloadFailure)) return subscription.event(value, frame.cursor);
    this.unsubscribe(subscription);
    subscription.failed(unreadable(value, subscription.path));
  }

  #answered(id: CallId, result: unknown): void {
    if (id === this.#helloId) return this.#welcomed(result);
    const call = this.#context.calls.get(id);
    if (call !== undefined) return this.#settle(call, result);
    const authentication = this.#authentications.get(id);
    if (authentication !== undefined) {
      this.#authentications.delete(id);
      this.#expectExpiry(readExpiry(result));
      return authentication.resolve();
    }
    const subscription = this.#asked.get(id);
    if (subscription !== undefined) return this.#subscribed(id, subscription, result);
    // The answer to a subscribe that was withdrawn meanwhile: the cancel ends it. Answers to pings need nothing.
  }

  #welcomed(result: unknown): void {
    const welcome = readWelcome(result);
    if (welcome === undefined) return this.#foreign(NO_WELCOME);
    this.#phase = 'open';
    this.#maxMessageBytes = welcome.limits.maxMessageBytes ?? Infinity;
    this.#context.welcomed();
    this.#expectExpiry(welcome.expiresInMs);
  }

  #expectExpiry(inMs: number | undefined): void {
    if (inMs !== undefined) this.#context.expiring(inMs);
  }

  #settle(call: PendingCall, result: unknown): void {
    const { calls, settings } = this.#context;
    const value = settings.codec.decode(readOutput(result));
    if (value instanceof PayloadFailure) return calls.fail(call.id, unreadable(value, call.path));
    const wrong = readSubscribed(result);
    if (wrong === undefined) return calls.settle(call.id, value);
    this.#send(encodeUnsubscribe(this.#context.nextId(), wrong.subscription));
    calls.fail(call.id, wrongKind(call));
  }

  #subscribed(id: CallId, subscription: Subscription, result: unknown): void {
    this.#asked.delete(id);
    const known = this.#known.get(subscription);
    const subscribed = readSubscribed(result);
    if (subscribed === undefined || known === undefined) {
      this.#known.delete(subscription);
      return subscription.failed(wrongKind({ kind: 'subscription', path: subscription.path }));
    }
    known.number = subscribed.subscription;
    this.#open.set(subscribed.subscription, subscription);
    subscription.started(subscribed.resumed, subscribed.cursor);
  }

  #failed(id: CallId | null, error: WireError): void {
    if (id === this.#helloId) {
      this.#phase = 'refused';
      return this.#context.refused(this.#errorOf(error, undefined));
    }
    // An error under no id precedes a close, whose code says what to do. After a refused hello every call is answered with
    // its error; the close code decides whether they wait or fail.
    if (id === null || this.#phase === 'refused') return;
    const call = this.#context.calls.get(id);
    if (call !== undefined) {
      if (!this.#isShuttingDown(error)) return this.#context.failed(call, this.#errorOf(error, call.path));
      this.#context.calls.notRun(call);
      return this.#drain();
    }
    const authentication = this.#authentications.get(id);
    if (authentication !== undefined) {
      this.#authentications.delete(id);
      return authentication.reject(this.#errorOf(error, undefined));
    }
    const subscription = this.#asked.get(id);
    if (subscription === undefined) return;
    this.#forget(subscription);
    this.#failSubscription(subscription, error);
  }

  #failSubscription(subscription: Subscription, error: WireError): void {
    const failure = this.#errorOf(error, subscription.path);
    if (!this.#isShuttingDown(error)) return subscription.failed(failure);
    subscription.interrupted(failure);
    this.#drain();
  }

  // A server that is stopping takes nothing new, and still answers what it runs.
  #drain(): void {
    this.#phase = 'draining';
    this.#context.draining(0, Infinity);
  }

  #forget(subscription: Subscription): Known | undefined {
    const known = this.#known.get(subscription);
    this.#known.delete(subscription);
    if (known !== undefined) this.#asked.delete(known.id);
    if (known?.number !== undefined) this.#open.delete(known.number);
    return known;
  }

  // The server did not run it and asks to send it again on the next connection.
  #isShuttingDown(error: WireError): boolean {
    return memberOf(error.data, 'code') === 'SHUTTING_DOWN';
  }

  // `data.transformed` is the whole shape as the router's transformer wrote it; without it the error is plain JSON.
  #errorOf(error: WireError, path: string | undefined): TrunklineError {
    const shape = this.#context.settings.codec.decode(memberOf(error.data, 'transformed'));
    return serverError(shape === undefined || shape instanceof PayloadFailure ? error : shape, path);
  }

  #remainingMs(dueAt: number): number | undefined {
    return dueAt === 0 ? undefined : Math.max(1, Math.ceil(dueAt - this.#context.settings.clock.now()));
  }

  #excess(text: string, path: string): TrunklineError | undefined {
    const limit = this.#maxMessageBytes;
    // No character takes more than three bytes in UTF-8 for each unit of a string's length.
    if (text.length * 3 <= limit) return undefined;
    const bytes = new TextEncoder().encode(text).byteLength;
    if (bytes <= limit) return undefined;
    const what = `has ${bytes} bytes; the server takes ${limit} (its option limits.maxMessageBytes).`;
    return callError({ kind: 'message for', path }, 'PAYLOAD_TOO_LARGE', what, { outcome: 'not-sent' });
  }

  #send(text: string): void {
    if (this.#phase === 'greeting') this.#earlyCount += 1;
    this.#context.send(text);
  }

  #foreign(what: string): void {
    this.#phase = 'refused';
    this.#context.broken('NOT_TRUNKLINE', what);
  }

  #violated(what: string): void {
    this.#context.broken('SERVER_VIOLATION', what);
  }
}

/** The server took the procedure for what it is, and that is not what the caller took it for. */
function wrongKind(call: CallName): TrunklineError {
  return callError(call, 'METHOD_NOT_SUPPORTED', 'is another kind of procedure.', { outcome: 'rejected' });
}
