import type { Call, ClientMessage, Violation } from '@trunkline/protocol';
import type { ServerDialect } from '../dialect/server-dialect.js';
import type { ConnectionWatch } from '../observation/connection-watch.js';
import { type ErrorReport, notRun } from '../router/error-report.js';
import type { ErrorReporter } from '../router/error-reporter.js';
import type { Session } from './connection-state.js';
import type { ReplySink } from './reply-sink.js';

/** What refusals need of their connection. */
export interface RefusalHost {
  readonly dialect: ServerDialect;
  readonly errors: ErrorReporter;
  readonly watch: ConnectionWatch;
  /** How to write to the peer as it stands now, greeted or not. */
  readonly session: Session;
}

/** A message broke the protocol. */
export function answerViolation(
  { dialect, errors, session }: RefusalHost,
  violation: Violation,
  sink: ReplySink,
): void {
  const call = violation.id === null ? null : { id: violation.id, echoesJsonrpc: false };
  sink.answer(dialect.failure(call, errors.refuseViolation(violation), session.codecs, session.payload));
}

/** A call came beyond the pace: it was not run. */
export function answerOverRate(host: RefusalHost, call: Call, sink: ReplySink, message: string): void {
  const { dialect, errors, session, watch } = host;
  const report = errors.refuse(
    'TOO_MANY_REQUESTS',
    message,
    { ...saidNotRun(call), limit: 'maxMessagesPerSecond' },
    call.path,
  );
  sink.answer(dialect.failure(call, report, session.codecs, session.payload));
  watch.callFailed(call, call.kind, undefined, report.key);
}

/** What a call that is not run is told of that. Of an earlier sending nothing is known here, so only a first one is told. */
export function saidNotRun({ sent }: Pick<Call, 'sent'>): { readonly ran?: false } {
  return sent === undefined ? { ran: false } : {};
}

/** A request came before the context failed: it is told the same, and that it was not run. */
export function answerDenied(
  { dialect, watch }: RefusalHost,
  message: ClientMessage,
  refusal: { readonly report: ErrorReport; readonly session: Session },
  sink: ReplySink,
): void {
  if (!('id' in message) || message.id === null) return;
  const { report, session } = refusal;
  const call = message.type === 'call' ? message : { id: message.id, echoesJsonrpc: true };
  const isLater = message.type === 'call' && message.sent !== undefined;
  sink.answer(dialect.failure(call, isLater ? report : notRun(report), session.codecs, session.payload));
  if (message.type === 'call') watch.callFailed(message, message.kind, undefined, report.key);
}
