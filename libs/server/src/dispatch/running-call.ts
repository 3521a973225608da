import { type Call, type Cancel, PayloadFailure, type ProcedureKind } from '@trunkline/protocol';
import type { Session } from '../connection/connection-state.js';
import type { ReplySink } from '../connection/reply-sink.js';
import type { CallInfo, DescribesCall } from '../observation/call-info.js';
import type { ErrorOrigin, ErrorReport } from '../router/error-report.js';
import type { ProcedureRun } from '../router/procedure-run.js';
import type { CallHost } from './call-host.js';
import type { Running } from './call-table.js';
import { isStream } from './is-stream.js';
import { isAbortError, LazySignal } from './lazy-signal.js';
import { sendAnswer } from './send-answer.js';

/** A query or mutation between its request and its answer. */
export class RunningCall implements Running, ProcedureRun, DescribesCall {
  readonly kind: ProcedureKind;
  /** Decoded; undefined before the start. */
  input: unknown;
  readonly #host: CallHost;
  readonly #call: Call;
  readonly #session: Session;
  readonly #sink: ReplySink;
  readonly #abortion = new LazySignal(this);
  readonly #startedAt: number;
  #cancelDeadline: Cancel | undefined;
  #isAnswered = false;
  #isCancelled = false;

  constructor(host: CallHost, call: Call, kind: ProcedureKind, session: Session, sink: ReplySink) {
    this.#host = host;
    this.#call = call;
    this.kind = kind;
    this.#session = session;
    this.#sink = sink;
    this.#startedAt = host.watch.startedAt;
  }

  get id(): Call['id'] {
    return this.#call.id;
  }

  get isAnswered(): boolean {
    return this.#isAnswered;
  }

  get path(): string {
    return this.#call.path;
  }

  get context(): unknown {
    return this.#session.context;
  }

  get signal(): AbortSignal {
    return this.#abortion.signal;
  }

  describe(): CallInfo {
    const { id, path, traceparent } = this.#call;
    return { connection: this.#host.watch.info, id, path, kind: this.kind, traceparent };
  }

  /** Runs the procedure; the answer follows by itself, once. */
  start(): void {
    const { deadlineMs, input, path } = this.#call;
    this.#host.watch.counters.callsRunning += 1;
    const decoded = this.#session.codecs.input.decode(input);
    if (decoded instanceof PayloadFailure) {
      this.#answerFailure(this.#host.errors.refuse('BAD_REQUEST', `The input: ${decoded.message}`, {}, path));
      return this.#settle();
    }
    this.input = decoded;
    if (deadlineMs > 0) this.#cancelDeadline = this.#host.clock.schedule(deadlineMs, () => this.#expire());
    this.#host.run(this).then(this.#succeed, this.#fail);
  }

  /** The caller no longer waits. The procedure's signal aborts; the answer is its result all the same, or CANCELLED. */
  cancel(): void {
    this.#isCancelled = true;
    this.#abortion.abort();
  }

  /** The connection is gone: the procedure's signal aborts and nothing is answered. */
  abandon(): void {
    if (!this.#isAnswered) this.#host.watch.callAbandoned(this.#call, this.kind, this.#startedAt);
    this.#isAnswered = true;
    this.#abortion.abort();
  }

  readonly #succeed = (output: unknown): void => {
    if (this.#isAnswered) this.#settle();
    else this.#answerOutput(output);
  };

  readonly #fail = (thrown: unknown): void => {
    if (this.#isCancelled && !this.#isAnswered) {
      this.#answerCancelled();
    } else if (this.#isAnswered) {
      this.#noticeLate(thrown);
    } else {
      this.#answerFailure(this.#host.errors.report(thrown, this.#origin, this.#host.request));
    }
    this.#settle();
  };

  // An aborted procedure throws because it was aborted, which nobody needs to be told.
  #noticeLate(thrown: unknown): void {
    if (!isAbortError(thrown) && !this.#abortion.isReasonOf(thrown))
      this.#host.errors.notice(thrown, this.#origin, this.#host.request);
  }

  #expire(): void {
    if (this.#isAnswered) return;
    if (this.#isCancelled) return this.#answerCancelled();
    const { deadlineMs, path } = this.#call;
    const message = `The deadline of ${deadlineMs} ms passed before "${path}" was done (member deadlineMs of the call).`;
    this.#answerFailure(this.#host.errors.refuse('TIMEOUT', message, {}, path));
    this.#abortion.abort(new DOMException(message, 'TimeoutError'));
  }

  #answerOutput(output: unknown): void {
    const encoded = this.#encode(output);
    if (typeof encoded === 'object') {
      this.#answerFailure(encoded);
      return this.#settle();
    }
    this.#isAnswered = true;
    const answered = {
      host: this.#host,
      call: this.#call,
      session: this.#session,
      sink: this.#sink,
      isReplayed: false,
    };
    sendAnswer(answered, encoded, () => this.#settle());
    this.#host.watch.callAnswered(this.#call, this.kind, this.#startedAt, encoded?.length ?? 0);
  }

  #encode(output: unknown): string | undefined | ErrorReport {
    const { path } = this.#call;
    if (isStream(output)) {
      const message = `"${path}" is a ${this.kind} and returned a stream; only subscriptions can.`;
      return this.#host.errors.refuse('UNSUPPORTED_MEDIA_TYPE', message, {}, path);
    }
    const encoded = this.#session.codecs.output.encode(output);
    if (!(encoded instanceof PayloadFailure)) return encoded;
    const thrown = new Error(`The output of "${path}" cannot travel. ${encoded.message}`);
    return this.#host.errors.report(thrown, this.#origin, this.#host.request);
  }

  #answerCancelled(): void {
    this.#answerFailure(this.#host.errors.refuse(this.#cancelledKey, 'The call was cancelled by its caller.'));
  }

  #answerFailure(report: ErrorReport): void {
    this.#isAnswered = true;
    const { codecs, payload } = this.#session;
    this.#sink.answer(this.#host.dialect.failure(this.#call, report, codecs, payload));
    this.#host.watch.callFailed(this.#call, this.kind, this.#startedAt, report.key);
  }

  #settle(): void {
    this.#cancelDeadline?.();
    this.#host.watch.counters.callsRunning -= 1;
    this.#host.settled(this);
  }

  get #cancelledKey(): 'CANCELLED' | 'CLIENT_CLOSED_REQUEST' {
    return this.#host.dialect.name === 'native' ? 'CANCELLED' : 'CLIENT_CLOSED_REQUEST';
  }

  get #origin(): ErrorOrigin {
    return { path: this.#call.path, kind: this.kind, input: this.input, context: this.#session.context };
  }
}
