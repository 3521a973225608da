import {
  CLOSE_CODES,
  decodeClientFrame,
  type ErrorKey,
  encodeAnswer,
  encodeAuthenticated,
  encodeDiscovered,
  encodeDone,
  encodeDrain,
  encodeEnd,
  encodeExpiring,
  encodeFailure,
  encodeGap,
  encodeNext,
  encodeSubscribed,
  encodeWelcome,
} from '@trunkline/protocol';
import { encodeNativeError } from './native-error.js';
import type { ServerDialect } from './server-dialect.js';

/** `trunkline.v1`: strict JSON-RPC 2.0. */
export const nativeDialect: ServerDialect = {
  name: 'native',
  answersBatchesTogether: true,
  hasUniqueCallIds: true,
  tellsGaps: true,
  tellsMovesAhead: true,
  stoppedCode: CLOSE_CODES.drained.code,

  decode: decodeClientFrame,
  decodeGreeting: decodeClientFrame,

  welcome: (hello, welcome) => (hello.id === null ? undefined : encodeWelcome(hello.id, welcome)),
  pong: (id) => encodeDone(id ?? 0),
  authenticated: (request, expiresInMs) => encodeAuthenticated(request.id, expiresInMs),
  expiring: encodeExpiring,
  discovered: (request, document) => encodeDiscovered(request.id, document),
  answer: (call, output) => encodeAnswer(call.id, output),
  failure: (call, report, codecs, payload) =>
    encodeFailure(call?.id ?? null, encodeNativeError(report, codecs, payload)),
  subscribed: (name, cursor, resumed) => encodeSubscribed(name.call.id, name.number, cursor, resumed),
  next: (name, event) => encodeNext(name.number, event.cursor, event.data, event.conflated),
  gap: (name, reason, dropped, cursor) => encodeGap(name.number, reason, dropped, cursor),
  move: encodeDrain,
  ended: (name, report, codecs, payload, cursor) => [
    encodeEnd(name.number, report && encodeNativeError(report, codecs, payload), cursor),
  ],
  unsubscribed: (_name, unsubscribe) => encodeDone(unsubscribe.id),
  contextFailureCode,
};

function contextFailureCode(key: ErrorKey): number {
  if (key === 'UNAUTHORIZED') return CLOSE_CODES.unauthorized.code;
  if (key === 'FORBIDDEN') return CLOSE_CODES.forbidden.code;
  return CLOSE_CODES.contextFailed.code;
}
