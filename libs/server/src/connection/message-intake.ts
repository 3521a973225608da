import { CLOSE_CODES, type ClientFrame, type Limits } from '@trunkline/protocol';
import type { ServerClock } from '../clock.js';
import { MessageBudget } from './message-budget.js';
import { answerOverRate, type RefusalHost } from './refusals.js';
import { BatchSink, type ReplySink } from './reply-sink.js';

/** What one frame holds, or one element of a batch. */
export type SingleFrame = Exclude<ClientFrame, { type: 'batch' }>;

/** What an intake needs of its connection. */
export interface IntakeHost extends RefusalHost {
  readonly limits: Limits;
  /** Whether the first message is still to come. */
  readonly isGreeting: boolean;
  send(frame: string): void;
  close(code: number, reason: string): void;
  receive(message: SingleFrame, sink: ReplySink): void;
}

/** Frames in, messages out: reads each in the words of the dialect, and keeps the pace that the limits allow. */
export class MessageIntake {
  readonly #host: IntakeHost;
  readonly #budget: MessageBudget;
  /** Sends each answer by itself, as it comes. */
  readonly direct: ReplySink;

  constructor(host: IntakeHost, clock: ServerClock) {
    this.#host = host;
    this.#budget = new MessageBudget(clock, host.limits);
    this.direct = { answer: (frame, onSent) => (host.send(frame), onSent?.()) };
  }

  text(text: string): void {
    const { dialect, limits, isGreeting } = this.#host;
    const frame = isGreeting ? dialect.decodeGreeting(text, limits) : dialect.decode(text, limits);
    if (frame.type !== 'batch') return this.#count(frame, this.direct);
    const sink = dialect.answersBatchesTogether ? this.#batchSink(frame.messages) : this.direct;
    for (const message of frame.messages) this.#count(message, sink);
  }

  binary(): void {
    const message = 'A binary frame came; both dialects use text frames only.';
    this.#count({ type: 'violation', id: null, isAnswered: true, code: 'PARSE_ERROR', message }, this.direct);
  }

  /** A frame that is no message, but costs what one costs. */
  control(): void {
    if (this.#budget.count() === 'far-over') this.#closeOverRate();
  }

  // Every message counts, also one that is wrong. Only calls are refused, because a lost cancel or grant would leave
  // something running or waiting.
  #count(message: SingleFrame, sink: ReplySink): void {
    this.#host.watch.counters.messagesReceived += 1;
    const decision = this.#budget.count();
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

  #closeOverRate(): void {
    const { maxMessagesPerSecond } = this.#host.limits;
    const { code } = CLOSE_CODES.tooManyMessages;
    this.#host.close(code, `more than twice ${maxMessagesPerSecond} messages a second (${OPTION})`);
  }

  #batchSink(messages: readonly SingleFrame[]): ReplySink {
    return new BatchSink(messages.filter(isAnswered).length, (frame) => this.#host.send(frame));
  }
}

const OPTION = 'option limits.maxMessagesPerSecond';

function isAnswered(message: SingleFrame): boolean {
  if (message.type === 'violation') return message.isAnswered;
  return !UNANSWERED.has(message.type);
}

const UNANSWERED: ReadonlySet<SingleFrame['type']> = new Set<SingleFrame['type']>(['cancel', 'credit', 'tune', 'pong']);
