import {
  type CallId,
  type CallParams,
  type ConnectionParams,
  decodeServerFrame,
  encodeAuth,
  encodeCall,
  encodeCancel,
  encodeHello,
  encodePing,
  encodeUnsubscribe,
  memberOf,
  NATIVE_SUBPROTOCOL,
  PARTS_FEATURE,
  PayloadFailure,
  readExpiry,
  readOutput,
  readPartCount,
  readSubscribed,
  readWelcome,
  type ServerFrame,
  unreachable,
  type WireError,
} from '@trunkline/protocol';
import type { PendingCall } from '../calls/pending-call.js';
import { serverError, type TrunklineError } from '../errors/trunkline-error.js';
import type { Subscription } from '../subscriptions/subscription.js';
import { AnswerParts } from './answer-parts.js';
import type { Dialect, Session, SessionContext } from './dialect.js';
import { findExcess } from './find-excess.js';
import { errorCodeOf, wrongKind } from './native-error.js';
import { NativeSubscriptions, type NativeWire } from './native-subscriptions.js';
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

/** New credentials that the server has not answered yet. */
interface Authentication {
  resolve(): void;
  reject(error: TrunklineError): void;
}

class TrunklineSession implements Session, NativeWire {
  /** A mutation has its effect once, however often it is sent. */
  readonly repeatsMutations = true;
  readonly #context: SessionContext;
  readonly #helloId: number;
  readonly #subscriptions: NativeSubscriptions;
  readonly #parts: AnswerParts;
  readonly #authentications = new Map<CallId, Authentication>();
  #phase: 'greeting' | 'open' | 'refused' | 'draining' = 'greeting';
  #earlyCount = 0;
  #maxMessageBytes = Infinity;

  constructor(context: SessionContext) {
    this.#context = context;
    this.#helloId = context.nextId();
    this.#subscriptions = new NativeSubscriptions(context, this);
    this.#parts = new AnswerParts(context.settings.maxAnswerCharacters);
  }

  get maySend(): boolean {
    return this.#phase === 'open' || (this.#phase === 'greeting' && this.#earlyCount < MAX_EARLY_MESSAGES);
  }

  get isGreeting(): boolean {
    return this.#phase === 'greeting' || this.#phase === 'refused';
  }

  greet(connectionParams: ConnectionParams): void {
    const { client, payload, contract } = this.#context.settings;
    this.#context.send(
      encodeHello(this.#helloId, {
        client,
        payload,
        features: [PARTS_FEATURE],
        connectionParams,
        contract: contract?.hash,
      }),
    );
  }

  call(call: PendingCall): void {
    const { calls } = this.#context;
    const text = this.write(call.id, call.path, call.input, this.#paramsOf(call));
    calls.sent(call, this);
    if (typeof text === 'string') this.send(text);
    else calls.fail(call.id, text);
  }

  cancel(call: PendingCall): void {
    this.#parts.drop(call.id);
    this.send(encodeCancel(call.id));
  }

  subscribe(subscription: Subscription): void {
    this.#subscriptions.subscribe(subscription);
  }

  unsubscribe(subscription: Subscription): void {
    this.#subscriptions.unsubscribe(subscription);
  }

  release(subscription: Subscription): void {
    this.#subscriptions.forget(subscription);
  }

  grant(subscription: Subscription, count: number): void {
    this.#subscriptions.grant(subscription, count);
  }

  tune(subscription: Subscription): void {
    this.#subscriptions.tune(subscription);
  }

  authenticate(connectionParams: ConnectionParams): Promise<void> {
    return new Promise((resolve, reject) => {
      const id = this.#context.nextId();
      this.#authentications.set(id, { resolve, reject });
      this.send(encodeAuth(id, connectionParams));
    });
  }

  ping(): void {
    this.#context.send(encodePing(this.#context.nextId()));
  }

  received(text: string): void {
    // A stock server asks for a sign of life before anything else may be known of it.
    if (this.#phase === 'greeting' && (text === 'PING' || text === 'PONG')) return this.#foreign(`It sent ${text}.`);
    this.#apply(decodeServerFrame(text));
  }

  close(): void {
    this.#subscriptions.close();
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
      case 'end':
        return this.#subscriptions.told(frame);
      case 'batch':
        for (const message of frame.messages) this.#apply(message);
        return;
      case 'violation':
        return this.violated(frame.message);
      case 'expiring':
        return this.#context.expiring(frame.inMs);
      case 'drain':
        return this.#context.draining(frame.reconnectAfterMs, frame.deadlineMs);
      case 'part':
        // A call that was withdrawn needs no pieces.
        if (this.#context.calls.get(frame.id) === undefined || this.#parts.add(frame.id, frame.text)) return;
        return this.violated('It sent more of an output than is taken (option maxAnswerCharacters).');
      case 'unknown':
        return;
      default:
        return unreachable(frame);
    }
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
    this.#subscriptions.answered(id, result);
  }

  #welcomed(result: unknown): void {
    const welcome = readWelcome(result);
    if (welcome === undefined) return this.#foreign(NO_WELCOME);
    this.#phase = 'open';
    this.#maxMessageBytes = welcome.limits.maxMessageBytes ?? Infinity;
    this.#context.calls.epoch = welcome.epoch ?? null;
    this.#context.settings.contract?.welcomed(result);
    this.#context.welcomed();
    this.#expectExpiry(welcome.expiresInMs);
  }

  #expectExpiry(inMs: number | undefined): void {
    if (inMs !== undefined) this.#context.expiring(inMs);
  }

  #settle(call: PendingCall, result: unknown): void {
    const { calls, settings } = this.#context;
    const partCount = readPartCount(result);
    const joined = partCount === undefined ? { output: readOutput(result) } : this.#parts.join(call.id, partCount);
    if (joined === undefined) return this.violated('It sent an output in pieces that do not fit.');
    const value = settings.codec.decode(joined.output);
    if (value instanceof PayloadFailure) return calls.fail(call.id, unreadable(value, call.path));
    const wrong = readSubscribed(result);
    if (wrong === undefined) return calls.settle(call.id, value);
    this.send(encodeUnsubscribe(this.#context.nextId(), wrong.subscription));
    calls.fail(call.id, wrongKind(call));
  }

  #failed(id: CallId | null, error: WireError): void {
    if (id === this.#helloId) {
      this.#phase = 'refused';
      return this.#context.refused(this.errorOf(error, undefined));
    }
    // An error under no id precedes a close, whose code says what to do. After a refused hello every call is answered with
    // its error; the close code decides whether they wait or fail.
    if (id === null || this.#phase === 'refused') return;
    const call = this.#context.calls.get(id);
    if (call !== undefined) {
      this.#parts.drop(id);
      if (errorCodeOf(error) !== 'SHUTTING_DOWN') return this.#context.failed(call, this.errorOf(error, call.path));
      // The server did not run it and asks to send it again on the next connection.
      this.#context.calls.notRun(call);
      return this.drain();
    }
    const authentication = this.#authentications.get(id);
    if (authentication !== undefined) {
      this.#authentications.delete(id);
      return authentication.reject(this.errorOf(error, undefined));
    }
    this.#subscriptions.failed(id, error);
  }

  // A server that is stopping takes nothing new, and still answers what it runs.
  drain(): void {
    this.#phase = 'draining';
    this.#context.draining(0, Infinity);
  }

  // `data.transformed` is the whole shape as the router's transformer wrote it; without it the error is plain JSON.
  errorOf(error: WireError, path: string | undefined): TrunklineError {
    const shape = this.#context.settings.codec.decode(memberOf(error.data, 'transformed'));
    return serverError(shape === undefined || shape instanceof PayloadFailure ? error : shape, path);
  }

  #paramsOf(call: PendingCall): CallParams {
    const { dueAt, traceparent } = call;
    const isMutation = call.kind === 'mutation';
    if (!isMutation && dueAt === 0 && !call.mayHaveRun && traceparent === undefined) return NO_PARAMS;
    const { settings } = this.#context;
    return {
      deadlineMs: dueAt === 0 ? undefined : Math.max(1, Math.ceil(dueAt - settings.clock.now())),
      // Ids are counted once for all connections, so they are the counter too.
      key: isMutation ? (call.key ?? `${settings.client.instance}:${call.id}`) : undefined,
      sent: call.mayHaveRun ? { epoch: call.sentEpoch } : undefined,
      traceparent,
    };
  }

  write(id: CallId, path: string, input: string | undefined, params: CallParams): string | TrunklineError {
    const text = encodeCall(id, path, input, this.#context.settings.contract?.mark(path, params) ?? params);
    return findExcess(text, path, this.#maxMessageBytes) ?? text;
  }

  send(text: string): void {
    if (this.#phase === 'greeting') this.#earlyCount += 1;
    this.#context.send(text);
  }

  #foreign(what: string): void {
    this.#phase = 'refused';
    this.#context.broken('NOT_TRUNKLINE', what);
  }

  violated(what: string): void {
    this.#context.broken('SERVER_VIOLATION', what);
  }
}
