import { type Call, ERROR_CODES, type ErrorKey, PayloadFailure, type Resumed } from '@trunkline/protocol';
import type { Session } from '../connection/connection-state.js';
import type { ReplySink } from '../connection/reply-sink.js';
import type { ReplyTo, SubscriptionName } from '../dialect/server-dialect.js';
import type { CallInfo, DescribesCall } from '../observation/call-info.js';
import type { WatchedSubscription } from '../observation/connection-watch.js';
import type { SubscriptionEnded } from '../observation/notices.js';
import type { ErrorReport } from '../router/error-report.js';
import { isInputRefusal } from '../router/input-refusal.js';
import { createRun } from './create-run.js';
import type { EventRun } from './event-run.js';
import { findBeginning } from './find-beginning.js';
import { type Beginning, type Continuation, RESTARTED } from './resume.js';
import type { RunReader } from './run-delivery.js';
import type { EndItem, GapItem, RunItem } from './run-item.js';
import type { SubscriptionHost } from './subscription-host.js';
import { SubscriptionReplies } from './subscription-replies.js';

/** One client's interest on one connection: it begins a run or takes up one that is kept, and reads it until it ends. */
export class Subscription implements SubscriptionName, RunReader, DescribesCall, WatchedSubscription {
  readonly call: Call;
  readonly number: number;
  readonly kind = 'subscription';
  readonly startedAt: number;
  readonly #host: SubscriptionHost;
  readonly #session: Session;
  readonly #replies: SubscriptionReplies;
  #run: EventRun | undefined;
  #credit: number;
  #maxRate: number | undefined;
  /** Whether the run was another subscription's before. */
  #isTakingUp = false;
  #hasOpened = false;
  #holdCount = 0;
  #hasEnded = false;

  constructor(host: SubscriptionHost, call: Call, number: number, session: Session, sink: ReplySink) {
    this.#host = host;
    this.call = call;
    this.number = number;
    this.#session = session;
    this.#replies = new SubscriptionReplies(host, session, sink, this);
    this.#credit = call.credit ?? Number.POSITIVE_INFINITY;
    this.#maxRate = call.maxRate;
    this.startedAt = host.watch.startedAt;
  }

  get path(): string {
    return this.call.path;
  }

  describe(): CallInfo {
    const { id, path, traceparent } = this.call;
    return { connection: this.#host.watch.info, id, path, kind: this.kind, traceparent };
  }

  /** Runs the procedure, or takes up its run; the answer, the events and the end follow by themselves. */
  start(): void {
    const { path, input } = this.call;
    const decoded = this.#session.codecs.input.decode(input);
    if (decoded instanceof PayloadFailure) {
      return this.#refuse(this.#host.errors.refuse('BAD_REQUEST', `The input: ${decoded.message}`, {}, path));
    }
    const { run, decision } = findBeginning(this.#host, this.call, this.#session);
    if (run === undefined) this.#begin(decoded, decision);
    else this.#takeUp(run, decoded, decision);
  }

  /** The client takes this many more events, and has had everything up to a cursor. */
  grant(count: number, seen?: string): void {
    this.#credit += count;
    if (seen !== undefined) this.#run?.acknowledge(seen);
    this.#run?.wake();
  }

  /** The client wants at most so many events a second; undefined for as many as there are. */
  tune(maxRate: number | undefined): void {
    this.#maxRate = maxRate;
    if (this.#hasOpened) this.#run?.tune(maxRate);
  }

  get hasCredit(): boolean {
    return this.#credit > 0;
  }

  get isReading(): boolean {
    return this.#holdCount === 0 && !this.#host.outbox.isFull;
  }

  /** Whether it has begun and not ended. */
  get isOpen(): boolean {
    return this.#hasOpened && !this.#hasEnded;
  }

  /** Nothing is told until as many are taken off as were put on. */
  hold(isOn: boolean): void {
    this.#holdCount += isOn ? 1 : -1;
    if (this.#holdCount === 0) this.#run?.wake();
  }

  /** The client may not have the rest of it. */
  forbid(report: ErrorReport): void {
    if (!this.#hasEnded) this.#endWith(report, undefined);
  }

  deliver(item: RunItem): void {
    if (item.kind === 'event') {
      this.#credit -= 1;
      this.#replies.event(item);
    } else if (item.kind === 'gap') this.#deliverGap(item);
    else this.#deliverEnd(item);
  }

  waitForRelief(): void {
    this.#host.outbox.whenRelieved(this.#onRelief);
  }

  tooSlow(reason: string): void {
    this.#leave(false);
    this.#markEnded('failed', 'CONSUMER_TOO_SLOW');
    this.#host.giveUp(reason);
  }

  /** The client has taken the run over, from another connection as a rule: this one is dead or will be left. */
  displaced(): void {
    if (this.#hasEnded) return;
    if (!this.#replies.isAnswered) {
      const message = 'Another subscribe at the same cursor has taken this subscription over.';
      this.#replies.refused(this.#host.errors.refuse('CONFLICT', message, {}, this.call.path));
    }
    this.#run = undefined;
    this.#markEnded('abandoned', undefined);
  }

  /** The client ends it, by its number. The answer is the last that is heard of it. */
  unsubscribe(unsubscribe: ReplyTo, sink: ReplySink): void {
    if (!this.#replies.isAnswered) this.#replies.withdrawn();
    this.#stop('cancelled');
    this.#replies.unsubscribed(unsubscribe, sink);
  }

  /** The client ends it, by the id of its subscribe, which is answered if it was not yet. */
  cancel(): void {
    if (this.#hasEnded) return;
    this.#replies.cancelled();
    this.#stop('cancelled');
  }

  /** The connection is gone, and nothing is sent. @param mayResume whether the client may come back for what it reads. */
  abandon(mayResume = false): void {
    if (this.#hasEnded) return;
    // A client that was not told of a new run knows no cursor of it.
    this.#leave(mayResume && (this.#replies.isAnswerSent || this.#isTakingUp));
    this.#markEnded('abandoned', undefined);
  }

  #begin(decoded: unknown, beginning: Beginning): void {
    try {
      const run = createRun(this.#host, this.call, this.#session, this);
      this.#run = run;
      this.#isTakingUp = false;
      run.claim(this);
      this.#runWith(run, decoded, beginning);
    } catch (thrown) {
      // Only a lazy router brings policies that nobody has looked over.
      this.#refuse(this.#report(thrown, decoded));
    }
  }

  #runWith(run: EventRun, decoded: unknown, beginning: Beginning): void {
    const { lastEventId } = beginning;
    const { tellsGaps } = this.#host.dialect;
    run.prepare(decoded, lastEventId);
    // Opening the source runs code of the application too, so what it throws is caught here as well.
    this.#host
      .run(run)
      .then(
        (output) => this.#open(run, output, tellsGaps && run.isOfferIgnored ? RESTARTED : beginning),
        (thrown: unknown) => {
          // A strict schema refuses the position, not the caller's input: so the procedure runs without, and that is told.
          if (lastEventId === undefined || !tellsGaps || !isInputRefusal(thrown)) throw thrown;
          this.#runWith(run, decoded, RESTARTED);
        },
      )
      .catch((thrown: unknown) => {
        const report = run.report(thrown);
        if (report !== undefined) this.#refuse(report);
      });
  }

  #open(run: EventRun, output: unknown, { resumed, gap, lastEventId }: Beginning): void {
    if (lastEventId === undefined) run.forgetPosition();
    const isSource = run.open(output, this.#maxRate);
    if (this.#hasEnded) return;
    if (!isSource) {
      throw new Error(`The subscription "${this.call.path}" returned neither an async iterable nor an observable.`);
    }
    this.#answer(run.cursor, resumed, () => run.begin(this, gap));
  }

  // The middlewares run again before anything is told, because the client may have lost its right to it.
  #takeUp(run: EventRun, decoded: unknown, { position, otherwise }: Continuation): void {
    const { shelf } = this.#host.runs;
    shelf.take(run);
    run.claim(this);
    const { path, kind } = this;
    const { context } = this.#session;
    const passing = this.#host.runs.runMiddlewares({ path, kind, input: decoded, context, signal: run.signal });
    if (passing === undefined) {
      run.detach(this);
      shelf.letGo(run);
      return this.#begin(decoded, otherwise);
    }
    this.#run = run;
    this.#isTakingUp = true;
    passing.then(
      () => {
        if (this.#hasEnded) return;
        if (!run.isKept) return this.#begin(decoded, otherwise);
        run.tune(this.#maxRate);
        const resumed = position < run.releasedNumber ? 'gap' : 'recovered';
        this.#answer(this.call.after ?? run.cursor, resumed, () => run.resume(this, position));
      },
      (thrown: unknown) => {
        const report = this.#report(thrown, decoded);
        if (this.#hasEnded) return;
        // What may go well at the next attempt leaves the run where it was.
        this.#leave(ERROR_CODES[report.key].isRetryable);
        this.#refuse(report);
      },
    );
  }

  #answer(cursor: string, resumed: Resumed, go: () => void): void {
    this.#hasOpened = true;
    this.#replies.opened(cursor, resumed, () => {
      if (!this.#hasEnded) go();
    });
  }

  #deliverGap(gap: GapItem): void {
    const { dialect, errors } = this.#host;
    if (dialect.tellsGaps) return this.#replies.gap(gap);
    // A stock client has no word for a gap, and losing events without a word is what must not happen.
    this.#endWith(errors.refuse('TOO_MANY_REQUESTS', describeLoss(gap, this.path), {}, this.path), undefined);
  }

  #deliverEnd({ report, cursor }: EndItem): void {
    // It says that the rest was let go, so whoever comes back must not meet it again.
    const isTooSlow = report?.key === 'CONSUMER_TOO_SLOW';
    this.#leave(!isTooSlow);
    this.#endWith(report, isTooSlow ? undefined : cursor);
  }

  #endWith(report: ErrorReport | undefined, cursor: string | undefined): void {
    this.#replies.ended(report, cursor);
    this.#leave(false);
    this.#markEnded(report ? 'failed' : 'completed', report?.key);
  }

  #stop(outcome: 'cancelled' | 'abandoned'): void {
    if (this.#hasEnded) return;
    this.#markEnded(outcome, undefined);
    this.#leave(false);
  }

  #leave(mayResume: boolean): void {
    const run = this.#run;
    this.#run = undefined;
    if (run !== undefined) this.#host.runs.shelf.leave(run, this, mayResume);
  }

  #markEnded(outcome: SubscriptionEnded['outcome'], error: ErrorKey | undefined): void {
    this.#hasEnded = true;
    const { watch, outbox } = this.#host;
    outbox.forget(this.#onRelief);
    this.#host.ended(this);
    if (this.#hasOpened) watch.subscriptionEnded(this, outcome, error, this.#replies.eventCount);
    else if (!this.#replies.isAnswered) watch.callAbandoned(this.call, this.kind, this.startedAt);
  }

  #refuse(report: ErrorReport): void {
    if (this.#hasEnded) return;
    this.#replies.refused(report);
    this.#leave(false);
    this.#markEnded('failed', report.key);
  }

  #report(thrown: unknown, input: unknown): ErrorReport {
    const origin = { path: this.call.path, kind: this.kind, input, context: this.#session.context } as const;
    return this.#host.errors.report(thrown, origin, this.#host.request);
  }

  readonly #onRelief = (): void => this.#run?.wake();
}

function describeLoss({ dropped }: GapItem, path: string): string {
  return `${dropped} events of "${path}" came faster than they were read; subscribe again.`;
}
