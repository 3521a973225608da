import { type Call, type Cancel, encodeFailure, isErrorKey } from '@trunkline/protocol';
import type { Session } from '../connection/connection-state.js';
import type { ReplySink } from '../connection/reply-sink.js';
import { encodeNativeError } from '../dialect/native-error.js';
import type { CallHost } from '../dispatch/call-host.js';
import type { Running } from '../dispatch/call-table.js';
import { sendAnswer } from '../dispatch/send-answer.js';
import type { ErrorReport } from '../router/error-report.js';
import { fingerprintOf } from './call-identity.js';
import type { MutationAnswer } from './recorded-answer.js';

/** What a caller tells of itself to what runs for it. */
export interface Awaited {
  /** The caller's connection is gone; it may come back on another. */
  left(caller: KeyedCall): void;
  /** The caller is still there but waits no longer. */
  resigned(why: 'cancelled' | 'expired'): void;
}

/** What makes a mutation known again. */
export interface MutationIdentity {
  readonly key: string;
  readonly owner: string;
  /** Why it may not be run: it is only looked up whether an earlier sending was. Undefined where it may. */
  readonly refusal?: ErrorReport | undefined;
}

/**
 * One sending of a mutation that has a key, between its request and its answer. What runs for it is a `KeyedRun`, for which
 * several sendings may wait and which may outlive them all. Only native clients have keys.
 */
export class KeyedCall implements Running {
  readonly host: CallHost;
  readonly call: Call;
  readonly session: Session;
  readonly key: string;
  readonly owner: string;
  readonly fingerprint: string;
  readonly refusal: ErrorReport | undefined;
  readonly #sink: ReplySink;
  readonly #startedAt: number;
  #run: Awaited | undefined;
  #cancelDeadline: Cancel | undefined;
  #dueAt = Infinity;
  #isAnswered = false;
  #isCancelled = false;
  #isSettled = false;
  #isSending = false;
  #isSettleOwed = false;

  constructor(
    host: CallHost,
    call: Call,
    { key, owner, refusal }: MutationIdentity,
    session: Session,
    sink: ReplySink,
  ) {
    this.host = host;
    this.call = call;
    this.session = session;
    this.key = key;
    this.owner = owner;
    this.refusal = refusal;
    // Before anything decodes the input, which may change it in place.
    this.fingerprint = fingerprintOf(owner, call, session.payload);
    this.#sink = sink;
    this.#startedAt = host.watch.startedAt;
  }

  get id(): Call['id'] {
    return this.call.id;
  }

  get isAnswered(): boolean {
    return this.#isAnswered;
  }

  /** Whether somebody still wants the answer. */
  get isWaiting(): boolean {
    return !this.#isAnswered && !this.#isCancelled;
  }

  /** When its time is over, in milliseconds since the epoch; `Infinity` for never. */
  get dueAt(): number {
    return this.#dueAt;
  }

  /** Begins to wait for what runs. */
  wait(run: Awaited): void {
    const { clock, watch } = this.host;
    const { deadlineMs } = this.call;
    this.#run = run;
    watch.counters.callsRunning += 1;
    if (deadlineMs === 0) return;
    this.#dueAt = clock.now() + deadlineMs;
    this.#cancelDeadline = clock.schedule(deadlineMs, () => this.#expire());
  }

  /** The caller no longer waits. It is told the result all the same, or `CANCELLED`. */
  cancel(): void {
    if (!this.isWaiting) return;
    this.#isCancelled = true;
    this.#run?.resigned('cancelled');
  }

  /** The connection is gone: nothing is answered here. */
  abandon(): void {
    if (!this.#isAnswered) this.host.watch.callAbandoned(this.call, 'mutation', this.#startedAt);
    this.#isAnswered = true;
    this.settle();
    this.#run?.left(this);
  }

  /** @param isReplayed whether it was given before, to an earlier sending. */
  answer(answer: MutationAnswer, isReplayed: boolean): void {
    if (this.#isAnswered) return;
    if (answer.type === 'error') {
      if (this.#isCancelled) return this.#answerCancelled();
      this.#countReplay(isReplayed);
      return this.#answerError(answer.text, answer.key);
    }
    this.#countReplay(isReplayed);
    this.#isAnswered = true;
    const { text } = answer;
    const { host, call, session } = this;
    this.#isSending = true;
    sendAnswer({ host, call, session, sink: this.#sink, isReplayed }, text, () => {
      this.#isSending = false;
      if (this.#isSettleOwed) this.settle();
    });
    this.host.watch.callAnswered(this.call, 'mutation', this.#startedAt, text?.length ?? 0);
  }

  refuse(report: ErrorReport): void {
    if (this.#isAnswered) return;
    const { codecs, payload } = this.session;
    this.#answerError(encodeNativeError(report, codecs, payload), report.key);
  }

  /** Nothing runs for it any more: its place is free. */
  settle(): void {
    if (this.#isSettled) return;
    // A long answer is still on its way, and whoever closes the connection in good order waits for it.
    this.#isSettleOwed = this.#isSending;
    if (this.#isSending) return;
    this.#isSettled = true;
    this.#cancelDeadline?.();
    if (this.#run !== undefined) this.host.watch.counters.callsRunning -= 1;
    this.host.settled(this);
  }

  #countReplay(isReplayed: boolean): void {
    if (isReplayed) this.host.watch.counters.mutationsReplayed += 1;
  }

  #expire(): void {
    if (this.#isAnswered) return;
    if (this.#isCancelled) return this.#answerCancelled();
    const { deadlineMs, path } = this.call;
    const message = `The deadline of ${deadlineMs} ms passed before "${path}" was done (member deadlineMs of the call).`;
    this.refuse(this.host.errors.refuse('TIMEOUT', message, {}, path));
    this.#run?.resigned('expired');
  }

  #answerCancelled(): void {
    this.refuse(this.host.errors.refuse('CANCELLED', 'The call was cancelled by its caller.'));
  }

  #answerError(text: string, key: string): void {
    this.#isAnswered = true;
    this.#sink.answer(encodeFailure(this.id, text));
    this.host.watch.callFailed(this.call, 'mutation', this.#startedAt, isErrorKey(key) ? key : 'INTERNAL_SERVER_ERROR');
  }
}
