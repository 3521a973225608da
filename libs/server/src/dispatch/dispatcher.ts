import {
  type Call,
  type CallId,
  type ClientMessage,
  ERROR_CODES,
  type ErrorKey,
  type GrantCredit,
  type Hello,
  type Ping,
  type ProcedureKind,
  type Unsubscribe,
  unreachable,
} from '@trunkline/protocol';
import type { Session } from '../connection/connection-state.js';
import { saidNotRun } from '../connection/refusals.js';
import type { ReplySink } from '../connection/reply-sink.js';
import { answerDiscover } from '../contract/answer-discover.js';
import { refuseShape } from '../contract/refuse-shape.js';
import { decideMutation } from '../idempotency/decide-mutation.js';
import { KeyedCall } from '../idempotency/keyed-call.js';
import { DEFAULT_MUTATION_POLICY, type MutationPolicy } from '../idempotency/mutation-policy.js';
import { unknownOutcome } from '../idempotency/run-answers.js';
import type { ErrorReport } from '../router/error-report.js';
import { Subscription } from '../subscription/subscription.js';
import type { DispatchHost } from './dispatch-host.js';
import { LoadingCall, type LoadingEnd } from './loading-call.js';
import { RunningCall } from './running-call.js';

/** A message that needs a session; the others are the connection's own affair. */
export type DispatchedMessage = Exclude<ClientMessage, Hello>;

/** From a message to what runs for it, on one connection. */
export class Dispatcher {
  readonly #host: DispatchHost;
  #lastSubscriptionNumber = 0;
  #loading: Set<LoadingCall> | undefined;

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
        return this.#credit(message);
      case 'tune':
        return this.#host.subscriptions.findByNumber(message.subscription)?.tune(message.maxRate ?? undefined);
      case 'auth':
        return this.#host.authenticate(message, sink);
      case 'discover':
        return answerDiscover(this.#host, message.id, session, sink);
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

  /** The server stops: what waits for a router has not begun, and is answered at once. */
  drain(): void {
    for (const loading of this.#loading ?? []) loading.drain();
  }

  #call(call: Call, session: Session, sink: ReplySink): void {
    const { calls, contract, dialect, directory, errors } = this.#host;
    if (dialect.hasUniqueCallIds && (this.#host.subscriptions.has(call.id) || calls.has(call.id)))
      return this.#host.violate(`The id ${JSON.stringify(call.id)} is in use.`);
    // A server that stops refuses it anyhow, and sends it where another form may be served.
    if (contract !== undefined && call.shape !== undefined && !this.#host.isDraining) {
      const refusal = refuseShape(contract, call, session.contract, errors);
      if (refusal !== undefined) return this.#refuseUnlessRun(call, session, sink, refusal);
    }
    const kind = directory.kindOf(call.path);
    if (!(kind instanceof Promise)) return this.#start(call, kind, session, sink);
    this.#startLoaded(call, kind, session, sink);
  }

  // The first call into a lazy router waits for it to load; a router that cannot be loaded fails that call only.
  #startLoaded(call: Call, loading: Promise<ProcedureKind | undefined>, session: Session, sink: ReplySink): void {
    const { calls, limits } = this.#host;
    if (calls.count >= limits.maxCallsInFlight) {
      const state = `${calls.count} calls are running or wait for a router to load`;
      return this.#refuseOverLimit(call, session, sink, 'maxCallsInFlight', state);
    }
    const { startedAt } = this.#host.watch;
    const waiting = new LoadingCall(call.id, (why) => {
      if (why === 'abandoned') this.#host.watch.callAbandoned(call, call.kind, startedAt);
      else this.#endLoading(call, why, session, sink);
      this.#leave(waiting);
    });
    this.#loading ??= new Set();
    this.#loading.add(waiting);
    calls.add(waiting);
    // What was answered meanwhile, or has lost its connection, neither begins nor fails any more.
    const finish = (action: () => void): void => {
      if (waiting.isAnswered) return this.#leave(waiting);
      waiting.loaded();
      // Its place is free for the call itself, which may take it before the table counts as empty.
      this.#loading?.delete(waiting);
      calls.delete(waiting);
      action();
      this.#host.settled(waiting);
    };
    loading.then(
      (kind) => finish(() => this.#host.isOpen && this.#start(call, kind, session, sink)),
      (thrown: unknown) =>
        finish(() => {
          const origin = { path: call.path, kind: 'unknown', input: undefined, context: session.context } as const;
          this.#fail(call, session, sink, this.#host.errors.report(thrown, origin, this.#host.request));
        }),
    );
  }

  #leave(waiting: LoadingCall): void {
    if (this.#loading?.delete(waiting) === true) this.#host.settled(waiting);
  }

  #endLoading(call: Call, why: Exclude<LoadingEnd, 'abandoned'>, session: Session, sink: ReplySink): void {
    const { dialect, errors } = this.#host;
    if (why === 'drained') return this.#refuseDraining(call, session, sink);
    if (dialect.name === 'stock' && call.kind === 'subscription') {
      return sink.answer(dialect.unsubscribed({ call, number: 0 }, call));
    }
    const key = dialect.name === 'native' ? 'CANCELLED' : 'CLIENT_CLOSED_REQUEST';
    this.#fail(call, session, sink, errors.refuse(key, 'The call was cancelled by its caller.', saidNotRun(call)));
  }

  #start(call: Call, kind: ProcedureKind | undefined, session: Session, sink: ReplySink): void {
    // Only a stock client gets here with an id that is in use; ids of its running calls may be used again.
    if (call.kind === 'subscription' && this.#host.subscriptions.has(call.id)) {
      return this.#refuse(call, session, sink, 'BAD_REQUEST', `Duplicate id ${call.id}`);
    }
    if (kind === undefined || (call.kind !== undefined && call.kind !== kind)) {
      const report = this.#host.errors.refuse('NOT_FOUND', notFound(call), {}, call.path);
      return this.#fail(call, session, sink, { ...report, number: ERROR_CODES.METHOD_NOT_FOUND.number });
    }
    // What runs here already may be joined until the end: its caller comes back for the answer.
    const isJoining = kind === 'mutation' && call.key !== undefined && this.#host.mutations.isRunning(call.key);
    if (this.#host.isDraining && !isJoining) return this.#refuseDraining(call, session, sink);
    if (kind === 'subscription') this.#subscribe(call, session, sink);
    else if (kind === 'mutation') this.#mutate(call, session, sink);
    else this.#run(call, kind, session, sink);
  }

  #mutate(call: Call, session: Session, sink: ReplySink): void {
    const policy = this.#host.policiesOf(call.path).mutation ?? DEFAULT_MUTATION_POLICY;
    switch (decideMutation(policy, call)) {
      case 'plain':
        return this.#run(call, 'mutation', session, sink);
      case 'keyless': {
        const message = `"${call.path}" can only be called with a key (member key of the call).`;
        return this.#refuse(call, session, sink, 'PRECONDITION_REQUIRED', message);
      }
      case 'unknown':
        return this.#refuse(call, session, sink, 'OUTCOME_UNKNOWN', unknownOutcome(call.path));
      case 'keyed':
        return this.#enterKeyed(call, policy, session, sink);
    }
  }

  // An earlier sending may have run where its form was still served: then its caller gets what that gave.
  #refuseUnlessRun(call: Call, session: Session, sink: ReplySink, refusal: ErrorReport): void {
    if (call.sent === undefined || call.key === undefined) return this.#fail(call, session, sink, refusal);
    this.#enterKeyed(call, DEFAULT_MUTATION_POLICY, session, sink, refusal);
  }

  #enterKeyed(call: Call, policy: MutationPolicy, session: Session, sink: ReplySink, refusal?: ErrorReport): void {
    if (this.#isOverLimit(call, session, sink)) return;
    const { mutations, owner } = this.#host;
    const keyed = new KeyedCall(this.#host, call, { key: call.key ?? '', owner, refusal }, session, sink);
    this.#host.calls.add(keyed);
    mutations.enter(keyed, policy);
  }

  #run(call: Call, kind: ProcedureKind, session: Session, sink: ReplySink): void {
    if (this.#isOverLimit(call, session, sink)) return;
    const running = new RunningCall(this.#host, call, kind, session, sink);
    this.#host.calls.add(running);
    running.start();
  }

  #isOverLimit(call: Call, session: Session, sink: ReplySink): boolean {
    const { calls, limits } = this.#host;
    if (calls.count < limits.maxCallsInFlight) return false;
    this.#refuseOverLimit(call, session, sink, 'maxCallsInFlight', `${calls.count} calls are running`);
    return true;
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

  // The end of a subscription is acknowledged when its number is no longer known.
  #credit({ subscription, add, seen }: GrantCredit): void {
    const open = this.#host.subscriptions.findByNumber(subscription);
    if (open !== undefined) return open.grant(add, seen);
    if (seen !== undefined) this.#host.runs.shelf.acknowledge(this.#host.owner, seen);
  }

  #unsubscribe(message: Unsubscribe, session: Session, sink: ReplySink): void {
    const subscription = this.#host.subscriptions.findByNumber(message.subscription);
    const unsubscribe = { id: message.id, echoesJsonrpc: true };
    if (subscription) return subscription.unsubscribe(unsubscribe, sink);
    const report = this.#host.errors.refuse('NOT_FOUND', `No subscription has the number ${message.subscription}.`);
    sink.answer(this.#host.dialect.failure(unsubscribe, report, session.codecs, session.payload));
  }

  #refuseDraining(call: Call, session: Session, sink: ReplySink): void {
    const key = this.#host.dialect.name === 'native' ? 'SHUTTING_DOWN' : 'SERVICE_UNAVAILABLE';
    const message = 'The server is stopping and did not run this call.';
    this.#refuse(call, session, sink, key, message, saidNotRun(call));
  }

  #refuseOverLimit(
    call: Call,
    session: Session,
    sink: ReplySink,
    limit: 'maxCallsInFlight' | 'maxSubscriptions',
    state: string,
  ): void {
    const message = `${state} on this connection and the limit is ${this.#host.limits[limit]} (option limits.${limit}).`;
    this.#refuse(call, session, sink, 'TOO_MANY_REQUESTS', message, { ...saidNotRun(call), limit });
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
    this.#host.watch.callFailed(call, call.kind, undefined, report.key);
  }
}

function notFound(call: Call): string {
  return call.kind === undefined
    ? `No procedure on path "${call.path}"`
    : `No "${call.kind}"-procedure on path "${call.path}"`;
}
