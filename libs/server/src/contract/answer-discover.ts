import type { CallId, ErrorKey } from '@trunkline/protocol';
import type { Session } from '../connection/connection-state.js';
import type { ReplySink } from '../connection/reply-sink.js';
import type { ServerDialect } from '../dialect/server-dialect.js';
import type { ErrorReporter } from '../router/error-reporter.js';
import type { ServedContract } from './served-contract.js';

/** What the answer needs of its connection. */
export interface DiscoverHost {
  readonly contract: ServedContract | undefined;
  readonly dialect: ServerDialect;
  readonly errors: ErrorReporter;
}

/** Answers `rpc.discover` with the document, or says why not. */
export function answerDiscover(
  { contract, dialect, errors }: DiscoverHost,
  id: CallId,
  session: Session,
  sink: ReplySink,
): void {
  const request = { id, echoesJsonrpc: true };
  const document = contract?.document;
  const refuse = (key: ErrorKey, message: string): void =>
    sink.answer(dialect.failure(request, errors.refuse(key, message), session.codecs, session.payload));
  if (document === undefined) return refuse('METHOD_NOT_FOUND', 'The server knows no method "rpc.discover".');
  // One array would hold the document as often as a batch can ask for it, and there is no limit that sees it grow.
  if (sink.isDirect !== true)
    return refuse('BAD_REQUEST', 'rpc.discover is not answered in a batch; send it by itself.');
  sink.answer(dialect.discovered(request, document));
}
