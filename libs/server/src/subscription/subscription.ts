import { type Call, type ErrorKey, encodeCursor, type GapReason, PayloadFailure } from '@trunkline/protocol';
import type { Session } from '../connection/connection-state.js';
import type { ReplySink } from '../connection/reply-sink.js';
import type { ReplyTo, SubscriptionName } from '../dialect/server-dialect.js';
import type { CallHost } from '../dispatch/call-host.js';
import { isAbortError, LazySignal } from '../dispatch/lazy-signal.js';
import type { CallInfo, DescribesCall } from '../observation/call-info.js';
import type { WatchedSubscription } from '../observation/connection-watch.js';
import type { SubscriptionEnded } from '../observation/notices.js';
import type { ErrorOrigin, ErrorReport } from '../router/error-report.js';
import { openEventSource } from '../router/event-source.js';
import { isInputRefusal } from '../router/input-refusal.js';
import type { ProcedureRun } from '../router/procedure-run.js';
import { readTracked } from '../router/tracked.js';
import { LostEvents } from './lost-events.js';
import { OfferedPosition } from './offered-position.js';
import { Pump } from './pump.js';
import { decideResume, RESTARTED, type ResumeDecision } from './resume.js';

/** What a subscription sees of its connection. */
export interface SubscriptionHost extends CallHost {
  /** Events of an observable that may wait for the peer. */
  readonly maxQueuedEvents: number;
  /** A random name for one life of a source of events. */
  nameRun(): string;
  /** The subscription is over: its place in the table is free. */
  ended(subscription: Subscription): void;
}

/** A subscription between its request and its end: starting, then pumped event by event, then ended. */
export class Subscription implements SubscriptionName, ProcedureRun, DescribesCall, WatchedSubscription {
  readonly call: Call;
  readonly number: number;
  readonly kind = 'subscription';
  readonly startedAt: number;
  /** Decoded, with the last tracked id where there is one; undefined before the start. */
  input: unknown;
  readonly #host: SubscriptionHost;
  readonly #session: Session;
  readonly #sink: ReplySink;
  readonly #abortion = new LazySignal(this);
  readonly #run: string;
  #pump: Pump | undefined;
  #eventCount = 0;
  #lastTrackedId: string | undefined;
  #offered: OfferedPosition | undefined;
  #credit: number;
  #isAnswered = false;
  /** An answer may wait for the others of its batch, and nothing of the subscription may pass it. */
  #isAnswerSent = false;
  #isEndOwed = false;
  #hasOpened = false;
  #hasEnded = false;

  constructor(host: SubscriptionHost, call: Call, number: number, session: Session, sink: ReplySink) {
    this.#host = host;
    this.call = call;
    this.number = number;
    this.#session = session;
    this.#sink = sink;
    this.#credit = call.credit ?? Number.POSITIVE_INFINITY;
    this.#run = host.nameRun();
    this.startedAt = host.watch.startedAt;
  }

  get path(): string {
    return this.call.path;
  }

  get context(): unknown {
    return this.#session.context;
  }

  get signal(): AbortSignal {
    return this.#abortion.signal;
  }

  describe(): CallInfo {
    const { id, path, traceparent } = this.call;
    return { connection: this.#host.watch.info, id, path, kind: this.kind, traceparent };
  }

  /** Runs the procedure; the answer, the events and the end follow by themselves. */
  start(): void {
    const { path, input, after, lastEventId } = this.call;
    const decoded = this.#session.codecs.input.decode(input);
    if (decoded instanceof PayloadFailure) {
      return this.#end(this.#host.errors.refuse('BAD_REQUEST', `The input: ${decoded.message}`, {}, path));
    }
    this.#runWith(decoded, decideResume(after, lastEventId));
  }

  /** The input as it reaches the resolver. */
  reached(input: unknown): void {
    this.#offered?.reached(input);
  }

  /** The client takes this many more events. */
  grant(count: number): void {
    this.#credit += count;
    this.#pump?.wake();
  }

  /** Whether the peer allows one more event: it has credit, and it reads what it was sent. */
  get mayPull(): boolean {
    return this.#credit > 0 && !this.#host.outbox.isFull;
  }

  /** The client ends it, by its number. The answer is the last that is heard of it. */
  unsubscribe(unsubscribe: ReplyTo, sink: ReplySink): void {
    if (!this.#isAnswered) this.#answerCancelled();
    this.#stop('cancelled');
    sink.answer(this.#host.dialect.unsubscribed(this, unsubscribe));
  }

  /** The client ends it, by the id of its subscribe, which is answered if it was not yet. */
  cancel(): void {
    if (this.#hasEnded) return;
    const { dialect } = this.#host;
    if (dialect.name === 'stock') this.#send(dialect.unsubscribed(this, this.call));
    else if (!this.#isAnswered) this.#answerCancelled();
    else if (this.#isAnswerSent) this.#sendEnd(undefined);
    else this.#isEndOwed = true;
    this.#stop('cancelled');
  }

  /** The connection is gone: the source is let go and nothing is sent. */
  abandon(): void {
    this.#stop('abandoned');
  }

  #runWith(decoded: unknown, decision: ResumeDecision): void {
    const { lastEventId } = decision;
    const offered = lastEventId === undefined ? undefined : new OfferedPosition(decoded, lastEventId);
    this.#offered = offered;
    this.#lastTrackedId = lastEventId;
    this.input = offered === undefined ? decoded : offered.input;
    const { tellsGaps } = this.#host.dialect;
    // Opening the source runs code of the application too, so what it throws is caught here as well.
    this.#host
      .run(this)
      .then(
        (output) => this.#begin(output, offered?.wasTaken === false && tellsGaps ? this.#restarted() : decision),
        (thrown: unknown) => {
          // A strict schema refuses the position, not the caller's input: so the procedure runs without, and that is told.
          if (offered === undefined || !tellsGaps || !isInputRefusal(thrown)) throw thrown;
          this.#runWith(decoded, this.#restarted());
        },
      )
      .catch(this.#fail);
  }

  #restarted(): ResumeDecision {
    this.#lastTrackedId = undefined;
    return RESTARTED;
  }

  #begin(output: unknown, decision: ResumeDecision): void {
    const source = openEventSource(output, this.#host.maxQueuedEvents);
    if (this.#hasEnded) return void source?.return?.().catch(() => undefined);
    if (source === undefined) {
      return this.#fail(
        new Error(`The subscription "${this.call.path}" returned neither an async iterable nor an observable.`),
      );
    }
    this.#pump = new Pump(source, this.#host, this);
    this.#isAnswered = true;
    this.#hasOpened = true;
    this.#host.watch.subscriptionOpened(this);
    const cursor = this.#cursor;
    this.#sink.answer(this.#host.dialect.subscribed(this, cursor, decision.resumed), () => {
      this.#isAnswerSent = true;
      if (this.#isEndOwed) this.#sendEnd(undefined);
      if (this.#hasEnded) return;
      if (decision.gap !== undefined) this.#tellGap(decision.gap, undefined, cursor);
      void this.#pump?.run();
    });
  }

  /** One event from the source. */
  take(value: unknown): void {
    if (value instanceof LostEvents) return this.#takeLoss(value);
    const tracked = readTracked(value);
    const data = this.#session.codecs.output.encode(tracked ?? value);
    if (data instanceof PayloadFailure) {
      return this.#fail(new Error(`An event of "${this.call.path}" cannot travel. ${data.message}`));
    }
    if (tracked) this.#lastTrackedId = tracked.id;
    this.#eventCount += 1;
    this.#host.watch.counters.eventsSent += 1;
    this.#credit -= 1;
    this.#send(this.#host.dialect.next(this, { data, cursor: this.#cursor, trackedId: tracked?.id }));
  }

  /** The source is done. */
  complete(): void {
    this.#end(undefined);
  }

  /** The source failed. */
  fail(thrown: unknown): void {
    this.#fail(thrown);
  }

  #takeLoss(lost: LostEvents): void {
    if (this.#host.dialect.tellsGaps) return this.#tellGap('overflow', lost.count, this.#cursor);
    // A stock client has no word for a gap, and losing events without a word is what must not happen.
    const message = `${lost.count} events of "${this.call.path}" came faster than they were read; subscribe again.`;
    this.#end(this.#host.errors.refuse('TOO_MANY_REQUESTS', message, {}, this.call.path));
    this.#letGo();
  }

  #tellGap(reason: GapReason, dropped: number | undefined, cursor: string): void {
    this.#send(this.#host.dialect.gap(this, reason, dropped, cursor));
    this.#host.watch.gapTold(this, reason, dropped);
  }

  readonly #fail = (thrown: unknown): void => {
    if (this.#hasEnded) {
      // A procedure that was aborted says so by an `AbortError`; anything else went wrong while it cleaned up.
      if (!isAbortError(thrown)) this.#host.errors.notice(thrown, this.#origin, this.#host.request);
      return;
    }
    this.#end(this.#host.errors.report(thrown, this.#origin, this.#host.request));
    this.#letGo();
  };

  #end(report: ErrorReport | undefined): void {
    if (this.#hasEnded) return;
    if (this.#isAnswered) this.#sendEnd(report);
    else if (report) this.#answerFailure(report);
    this.#markEnded(report ? 'failed' : 'completed', report?.key);
  }

  #stop(outcome: 'cancelled' | 'abandoned'): void {
    if (this.#hasEnded) return;
    this.#markEnded(outcome, undefined);
    this.#letGo();
  }

  // The signal reaches a source that waits, `return` one that is between two events. Nobody waits for either.
  #letGo(): void {
    this.#abortion.abort();
    this.#pump?.stop();
  }

  #markEnded(outcome: SubscriptionEnded['outcome'], error: ErrorKey | undefined): void {
    this.#hasEnded = true;
    const { watch } = this.#host;
    this.#host.ended(this);
    if (this.#hasOpened) watch.subscriptionEnded(this, outcome, error, this.#eventCount);
    else if (!this.#isAnswered) watch.callAbandoned(this.call, this.kind, this.startedAt);
  }

  #sendEnd(report: ErrorReport | undefined): void {
    const { codecs, payload } = this.#session;
    this.#send(...this.#host.dialect.ended(this, report, codecs, payload));
  }

  #answerCancelled(): void {
    this.#answerFailure(this.#host.errors.refuse('CANCELLED', 'The subscribe was cancelled.'));
  }

  #answerFailure(report: ErrorReport): void {
    const { codecs, payload } = this.#session;
    this.#isAnswered = true;
    this.#sink.answer(this.#host.dialect.failure(this.call, report, codecs, payload));
    this.#host.watch.callFailed(this.call, this.kind, this.startedAt, report.key);
  }

  #send(...frames: (string | undefined)[]): void {
    for (const frame of frames) if (frame !== undefined) this.#host.outbox.send(frame);
  }

  get #cursor(): string {
    return encodeCursor(this.#run, this.#eventCount, this.#lastTrackedId);
  }

  get #origin(): ErrorOrigin {
    return { path: this.call.path, kind: 'subscription', input: this.input, context: this.#session.context };
  }
}
