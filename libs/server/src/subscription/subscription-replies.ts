import type { Resumed } from '@trunkline/protocol';
import type { Session } from '../connection/connection-state.js';
import type { ReplySink } from '../connection/reply-sink.js';
import type { ReplyTo, SubscriptionName } from '../dialect/server-dialect.js';
import type { CallHost } from '../dispatch/call-host.js';
import type { WatchedSubscription } from '../observation/connection-watch.js';
import type { ErrorReport } from '../router/error-report.js';
import type { EventItem, GapItem } from './run-item.js';

/** What one subscription says to its client: one answer, then events and gaps, then at most one end. */
export class SubscriptionReplies {
  readonly #host: CallHost;
  readonly #session: Session;
  readonly #sink: ReplySink;
  readonly #name: SubscriptionName & WatchedSubscription;
  #isAnswered = false;
  /** An answer may wait for the others of its batch, and nothing of the subscription may pass it. */
  #isAnswerSent = false;
  #isEndOwed = false;
  #eventCount = 0;

  constructor(host: CallHost, session: Session, sink: ReplySink, name: SubscriptionName & WatchedSubscription) {
    this.#host = host;
    this.#session = session;
    this.#sink = sink;
    this.#name = name;
  }

  get isAnswered(): boolean {
    return this.#isAnswered;
  }

  get isAnswerSent(): boolean {
    return this.#isAnswerSent;
  }

  get eventCount(): number {
    return this.#eventCount;
  }

  /** @param onSent runs once the answer is on its way. */
  opened(cursor: string, resumed: Resumed, onSent: () => void): void {
    this.#isAnswered = true;
    this.#host.watch.subscriptionOpened(this.#name, resumed);
    this.#sink.answer(this.#host.dialect.subscribed(this.#name, cursor, resumed), () => {
      this.#isAnswerSent = true;
      if (this.#isEndOwed) this.ended(undefined);
      onSent();
    });
  }

  refused(report: ErrorReport): void {
    const { dialect, watch } = this.#host;
    const { codecs, payload } = this.#session;
    const { call, startedAt } = this.#name;
    this.#isAnswered = true;
    this.#sink.answer(dialect.failure(call, report, codecs, payload));
    watch.callFailed(call, 'subscription', startedAt, report.key);
  }

  /** The subscribe was withdrawn before it was answered. */
  withdrawn(): void {
    this.refused(this.#host.errors.refuse('CANCELLED', 'The subscribe was cancelled.'));
  }

  /** The client ended it by its subscribe, and hears of it once. */
  cancelled(): void {
    const { dialect } = this.#host;
    if (dialect.name === 'stock') this.#send(dialect.unsubscribed(this.#name, this.#name.call));
    else if (!this.#isAnswered) this.withdrawn();
    else if (this.#isAnswerSent) this.ended(undefined);
    else this.#isEndOwed = true;
  }

  /** The client ended it by its number, and this is the last that it hears of it. */
  unsubscribed(unsubscribe: ReplyTo, sink: ReplySink): void {
    sink.answer(this.#host.dialect.unsubscribed(this.#name, unsubscribe));
  }

  event(item: EventItem): void {
    const { dialect, outbox, watch } = this.#host;
    this.#eventCount += 1;
    watch.counters.eventsSent += 1;
    outbox.send(dialect.next(this.#name, item));
  }

  gap({ reason, dropped, cursor }: GapItem): void {
    this.#send(this.#host.dialect.gap(this.#name, reason, dropped, cursor));
    this.#host.watch.gapTold(this.#name, reason, dropped);
  }

  ended(report: ErrorReport | undefined, cursor?: string): void {
    const { codecs, payload } = this.#session;
    this.#send(
      ...this.#host.dialect.ended(this.#name, report, codecs, payload, ...(cursor === undefined ? [] : [cursor])),
    );
  }

  #send(...frames: (string | undefined)[]): void {
    for (const frame of frames) if (frame !== undefined) this.#host.outbox.send(frame);
  }
}
