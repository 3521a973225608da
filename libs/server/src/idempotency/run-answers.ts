import { type Call, type ErrorKey, PayloadFailure } from '@trunkline/protocol';
import type { Session } from '../connection/connection-state.js';
import { encodeNativeError } from '../dialect/native-error.js';
import type { CallHost } from '../dispatch/call-host.js';
import { isStream } from '../dispatch/is-stream.js';
import type { ErrorOrigin, ErrorReport } from '../router/error-report.js';
import type { MutationAnswer, UnkeptAnswer } from './recorded-answer.js';

/** What a run needs of its first caller to put its answers into words. The caller's connection may be gone. */
export interface AnswerParts {
  readonly host: Pick<CallHost, 'errors' | 'request'>;
  readonly session: Session;
  readonly call: Pick<Call, 'path' | 'sent'>;
}

/** Puts what became of a mutation into the words that go to its callers. */
export class RunAnswers {
  readonly #parts: AnswerParts;

  constructor(parts: AnswerParts) {
    this.#parts = parts;
  }

  /** What a resolver returned. */
  output(output: unknown, input: unknown): MutationAnswer {
    const { host, session, call } = this.#parts;
    const { path } = call;
    if (isStream(output)) {
      const message = `"${path}" is a mutation and returned a stream; only subscriptions can.`;
      return this.refusal('UNSUPPORTED_MEDIA_TYPE', message);
    }
    const text = session.codecs.output.encode(output);
    if (!(text instanceof PayloadFailure)) return { type: 'output', text };
    const thrown = new Error(`The output of "${path}" cannot travel. ${text.message}`);
    return this.#error(host.errors.report(thrown, this.#origin(input), host.request));
  }

  /** What a procedure threw. The application is told. */
  failure(thrown: unknown, input: unknown): MutationAnswer {
    const { errors, request } = this.#parts.host;
    return this.#error(errors.report(thrown, this.#origin(input), request));
  }

  /** What we refuse ourselves. */
  refusal(key: ErrorKey, message: string, extra: Readonly<Record<string, unknown>> = {}): MutationAnswer {
    return this.#error(this.#parts.host.errors.refuse(key, message, extra, this.#parts.call.path));
  }

  /** What was refused before it came here. */
  refused(report: ErrorReport): MutationAnswer {
    return this.#error(report);
  }

  /** This sending was certainly not run. Of an earlier one nothing is known, so only a first one is told so. */
  notRun(key: ErrorKey, message: string, extra: Readonly<Record<string, unknown>> = {}): MutationAnswer {
    return this.refusal(key, message, this.#parts.call.sent === undefined ? { ran: false, ...extra } : extra);
  }

  /** Nobody can tell whether it ran. */
  unknown(): MutationAnswer {
    return this.refusal('OUTCOME_UNKNOWN', unknownOutcome(this.#parts.call.path));
  }

  /** It ran, and what it answered was too long to keep. */
  unkept({ length }: UnkeptAnswer, maxResultBytes: number): MutationAnswer {
    const limit = `${maxResultBytes} (option mutations.maxResultBytes)`;
    const message = `"${this.#parts.call.path}" ran, but its answer of ${length} characters was not kept: more than ${limit}.`;
    return this.refusal('OUTCOME_UNKNOWN', message, { ran: true, replayed: true });
  }

  /** The key belongs to something else. */
  reused(): MutationAnswer {
    return this.refusal('KEY_REUSED', reusedKey(this.#parts.call.path));
  }

  /** Tells the application of what no caller is told. */
  notice(thrown: unknown, input: unknown): void {
    const { errors, request } = this.#parts.host;
    errors.notice(thrown, this.#origin(input), request);
  }

  #error(report: ErrorReport): MutationAnswer {
    const { codecs, payload } = this.#parts.session;
    return { type: 'error', text: encodeNativeError(report, codecs, payload), key: report.key };
  }

  #origin(input: unknown): ErrorOrigin {
    return { path: this.#parts.call.path, kind: 'mutation', input, context: this.#parts.session.context };
  }
}

/** What is said of a mutation of which nobody can tell. */
export function unknownOutcome(path: string): string {
  return `Whether "${path}" ran when it was sent before is not known.`;
}

/** What is said of a key that belongs to something else. */
export function reusedKey(path: string): string {
  return `The key of this call of "${path}" was used before with another procedure, input or principal.`;
}
