import {
  type Call,
  type CallId,
  type ClientMessage,
  ERROR_CODES,
  type ErrorKey,
  type Hello,
  type Limits,
  type Ping,
  type ProcedureKind,
  type Unsubscribe,
  unreachable,
} from '@trunkline/protocol';
import type { Session } from '../connection/connection-state.js';
import type { ReplySink } from '../connection/reply-sink.js';
import type { ErrorReport } from '../router/error-report.js';
import type { ProcedureDirectory } from '../router/procedure-directory.js';
import { Subscription, type SubscriptionHost } from '../subscription/subscription.js';
import type { SubscriptionTable } from '../subscription/subscription-table.js';
import type { CallTable } from './call-table.js';
import { RunningCall } from './running-call.js';

/** What a dispatcher sees of its connection. */
export interface DispatchHost extends SubscriptionHost {
  readonly calls: CallTable;
  readonly subscriptions: SubscriptionTable;
  readonly directory: ProcedureDirectory;
  readonly limits: Limits;
  /** Whether the peer still hears: a call into a lazy router may come to run after its connection is gone. */
  readonly isOpen: boolean;
  /** Whether no new call may begin, because the server is about to stop. */
  readonly isDraining: boolean;
  /** Ends the connection over something that no answer can repair. */
  violate(message: string): void;
}

/** A message that needs a session; the others are the connection's own affair. */
export type DispatchedMessage = Exclude<ClientMessage, Hello>;

/** From a message to what runs for it, on one connection. */
export class Dispatcher {
  readonly #host: DispatchHost;
  #lastSubscriptionNumber = 0;
  #loadingCount = 0;

  constructor(host: DispatchHost) {
    this.#host = host;
  }

  handle(message: DispatchedMessage, session: Session, sink: ReplySink): void {
    switch (message.type) {
      case 'call':
        return this.#call(message, session, sink);
      case 'cancel':
        return this.#cancel(message.call);
      case 'unsubscribe':
        return this.#unsubscribe(message, session, sink);
      case 'credit':
        return this.#host.subscriptions.findByNumber(message.subscription)?.grant(message.add);
      case 'ping':
        return this.pong(message, sink);
      case 'pong':
        return;
      default:
        return unreachable(message);
    }
  }

  /** Answers a ping, also before there is a session. */
  pong(ping: Ping, sink: ReplySink): void {
    sink.answer(this.#host.dialect.pong(ping.id));
  }

  #call(call: Call, session: Session, sink: ReplySink): void {
    const { calls, dialect, directory, subscriptions } = this.#host;
    const isRunning = subscriptions.has(call.id) || (dialect.hasUniqueCallIds && calls.has(call.id));
    if (isRunning && dialect.hasUniqueCallIds)
      return this.#host.violate(`The id ${JSON.stringify(call.id)} is in use.`);
    if (isRunning && call.kind === 'subscription') {
      return this.#refuse(call, session, sink, 'BAD_REQUEST', `Duplicate id ${call.id}`);
    }
    const kind = directory.kindOf(call.path);
    if (!(kind instanceof Promise)) return this.#start(call, kind, session, sink);
    this.#startLoaded(call, kind, session, sink);
  }

  // The first call into a lazy router waits for it to load; a router that cannot be loaded fails that call only.
  #startLoaded(call: Call, loading: Promise<ProcedureKind | undefined>, session: Session, sink: ReplySink): void {
    if (this.#loadingCount >= this.#host.limits.maxCallsInFlight) {
      const state = `${this.#loadingCount} calls wait for a router to load`;
      return this.#refuseOverLimit(call, session, sink, 'maxCallsInFlight', state);
    }
    this.#loadingCount += 1;
    loading.then(
      (kind) => {
        this.#loadingCount -= 1;
        if (this.#host.isOpen) this.#start(call, kind, session, sink);
      },
      (thrown: unknown) => {
        this.#loadingCount -= 1;
        const origin = { path: call.path, kind: 'unknown', input: undefined, context: session.context } as const;
        this.#fail(call, session, sink, this.#host.errors.report(thrown, origin, this.#host.request));
      },
    );
  }

  #start(call: Call, kind: ProcedureKind | undefined, session: Session, sink: ReplySink): void {
    if (kind === undefined || (call.kind !== undefined && call.kind !== kind)) {
      const report = this.#host.errors.refuse('NOT_FOUND', notFound(call), {}, call.path);
      return this.#fail(call, session, sink, { ...report, number: ERROR_CODES.METHOD_NOT_FOUND.number });
    }
    if (this.#host.isDraining) {
      const key = this.#host.dialect.name === 'native' ? 'SHUTTING_DOWN' : 'SERVICE_UNAVAILABLE';
      return this.#refuse(call, session, sink, key, 'The server is stopping and did not run this call.', {
        ran: false,
      });
    }
    if (kind === 'mutation' && call.isResend) {
      const message = `Whether "${call.path}" ran when it was sent before is not known.`;
      return this.#refuse(call, session, sink, 'OUTCOME_UNKNOWN', message);
    }
    if (kind === 'subscription') this.#subscribe(call, session, sink);
    else this.#run(call, kind, session, sink);
  }

  #run(call: Call, kind: ProcedureKind, session: Session, sink: ReplySink): void {
    const { calls, limits } = this.#host;
    if (calls.count >= limits.maxCallsInFlight) {
      return this.#refuseOverLimit(call, session, sink, 'maxCallsInFlight', `${calls.count} calls are running`);
    }
    const running = new RunningCall(this.#host, call, kind, session, sink);
    calls.add(running);
    running.start();
  }

  #subscribe(call: Call, session: Session, sink: ReplySink): void {
    const { subscriptions, limits } = this.#host;
    if (subscriptions.count >= limits.maxSubscriptions) {
      return this.#refuseOverLimit(
        call,
        session,
        sink,
        'maxSubscriptions',
        `${subscriptions.count} subscriptions are open`,
      );
    }
    this.#lastSubscriptionNumber += 1;
    const subscription = new Subscription(this.#host, call, this.#lastSubscriptionNumber, session, sink);
    subscriptions.add(subscription);
    subscription.start();
  }

  // An id that is finished or was never used needs no word: the answer and the cancel crossed on the way.
  #cancel(id: CallId): void {
    this.#host.calls.find(id)?.cancel();
    this.#host.subscriptions.findByCall(id)?.cancel();
  }

  #unsubscribe(message: Unsubscribe, session: Session, sink: ReplySink): void {
    const subscription = this.#host.subscriptions.findByNumber(message.subscription);
    const unsubscribe = { id: message.id, echoesJsonrpc: true };
    if (subscription) return subscription.unsubscribe(unsubscribe, sink);
    const report = this.#host.errors.refuse('NOT_FOUND', `No subscription has the number ${message.subscription}.`);
    sink.answer(this.#host.dialect.failure(unsubscribe, report, session.codecs, session.payload));
  }

  #refuseOverLimit(
    call: Call,
    session: Session,
    sink: ReplySink,
    limit: 'maxCallsInFlight' | 'maxSubscriptions',
    state: string,
  ): void {
    const message = `${state} on this connection and the limit is ${this.#host.limits[limit]} (option limits.${limit}).`;
    this.#refuse(call, session, sink, 'TOO_MANY_REQUESTS', message, { ran: false, limit });
  }

  #refuse(
    call: Call,
    session: Session,
    sink: ReplySink,
    key: ErrorKey,
    message: string,
    extra?: Readonly<Record<string, unknown>>,
  ): void {
    this.#fail(call, session, sink, this.#host.errors.refuse(key, message, extra, call.path));
  }

  #fail(call: Call, session: Session, sink: ReplySink, report: ErrorReport): void {
    sink.answer(this.#host.dialect.failure(call, report, session.codecs, session.payload));
  }
}

function notFound(call: Call): string {
  return call.kind === undefined
    ? `No procedure on path "${call.path}"`
    : `No "${call.kind}"-procedure on path "${call.path}"`;
}
