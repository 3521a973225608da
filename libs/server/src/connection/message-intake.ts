import { CLOSE_CODES, type ClientFrame, type Limits } from '@trunkline/protocol';
import type { ServerClock } from '../clock.js';
import { type BudgetDecision, MessageBudget } from './message-budget.js';
import type { Outbox } from './outbox.js';
import { answerOverRate, type RefusalHost } from './refusals.js';
import { BatchSink, type ReplySink } from './reply-sink.js';

/** What one frame holds, or one element of a batch. */
export type SingleFrame = Exclude<ClientFrame, { type: 'batch' }>;

/** What an intake needs of its connection. */
export interface IntakeHost extends RefusalHost {
  readonly limits: Limits;
  /** Whether the first message is still to come. */
  readonly isGreeting: boolean;
  /** Sends each answer by itself, as it comes. */
  readonly outbox: ReplySink & Pick<Outbox, 'send'>;
  close(code: number, reason: string): void;
  receive(message: SingleFrame, sink: ReplySink): void;
}

/** Frames in, messages out: reads each in the words of the dialect, and keeps the pace that the limits allow. */
export class MessageIntake {
  readonly #host: IntakeHost;
  readonly #clock: ServerClock;
  #budget: MessageBudget | undefined;

  constructor(host: IntakeHost, clock: ServerClock) {
    this.#host = host;
    this.#clock = clock;
  }

  text(text: string): void {
    const { dialect, limits, outbox, isGreeting } = this.#host;
    const frame = isGreeting ? dialect.decodeGreeting(text, limits) : dialect.decode(text, limits);
    if (frame.type !== 'batch') return this.#count(frame, outbox);
    const sink = dialect.answersBatchesTogether ? this.#batchSink(frame.messages) : outbox;
    for (const message of frame.messages) this.#count(message, sink);
  }

  binary(): void {
    const message = 'A binary frame came; both dialects use text frames only.';
    this.#count({ type: 'violation', id: null, isAnswered: true, code: 'PARSE_ERROR', message }, this.#host.outbox);
  }

  /** A frame that is no message, but costs what one costs. */
  control(): void {
    if (this.#spend() === 'far-over') this.#closeOverRate();
  }

  // Every message counts, also one that is wrong. Only calls are refused, because a lost cancel or grant would leave
  // something running or waiting.
  #count(message: SingleFrame, sink: ReplySink): void {
    this.#host.watch.counters.messagesReceived += 1;
    const decision = this.#spend();
    if (decision === 'taken') return this.#host.receive(message, sink);
    if (decision === 'far-over') return this.#closeOverRate();
    if (message.type !== 'call') return this.#host.receive(message, sink);
    const { maxMessagesPerSecond } = this.#host.limits;
    answerOverRate(
      this.#host,
      message,
      sink,
      `More than ${maxMessagesPerSecond} messages came in a second (${OPTION}).`,
    );
  }

  // Without a limit there is nothing to remember of a connection.
  #spend(): BudgetDecision {
    const { limits } = this.#host;
    if (limits.maxMessagesPerSecond === 0) return 'taken';
    this.#budget ??= new MessageBudget(this.#clock, limits);
    return this.#budget.count();
  }

  #closeOverRate(): void {
    const { maxMessagesPerSecond } = this.#host.limits;
    const { code } = CLOSE_CODES.tooManyMessages;
    this.#host.close(code, `more than twice ${maxMessagesPerSecond} messages a second (${OPTION})`);
  }

  #batchSink(messages: readonly SingleFrame[]): ReplySink {
    return new BatchSink(messages.filter(isAnswered).length, (frame) => this.#host.outbox.send(frame));
  }
}

const OPTION = 'option limits.maxMessagesPerSecond';

function isAnswered(message: SingleFrame): boolean {
  if (message.type === 'violation') return message.isAnswered;
  return !UNANSWERED.has(message.type);
}

const UNANSWERED: ReadonlySet<SingleFrame['type']> = new Set<SingleFrame['type']>(['cancel', 'credit', 'tune', 'pong']);
