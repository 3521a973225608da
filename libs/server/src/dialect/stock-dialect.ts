import {
  CLOSE_CODES,
  decodeStockClientFrame,
  decodeStockConnectionParams,
  encodeStockData,
  encodeStockFailure,
  encodeStockStarted,
  encodeStockStopped,
  encodeStockTracked,
  STOCK_PONG,
  STOCK_RECONNECT_NOTICE,
} from '@trunkline/protocol';
import { type ErrorReport, internalError } from '../router/error-report.js';
import type { RouterCodecs } from '../router/router-codecs.js';
import type { ServerDialect } from './server-dialect.js';

/** tRPC's own envelope, as its `wsLink` speaks it. */
export const stockDialect: ServerDialect = {
  name: 'stock',
  answersBatchesTogether: false,
  hasUniqueCallIds: false,
  tellsGaps: false,
  tellsMovesAhead: false,
  stoppedCode: CLOSE_CODES.restarting.code,

  decode: decodeStockClientFrame,
  decodeGreeting: decodeStockConnectionParams,

  welcome: () => undefined,
  pong: () => STOCK_PONG,
  // Its clients have no word for any of these: nobody sends `rpc.auth` or `rpc.discover`, and the close tells the end.
  authenticated: (request) => encodeStockData(request, undefined),
  expiring: () => undefined,
  discovered: encodeStockData,
  answer: encodeStockData,
  failure: (call, report, codecs) => encodeStockFailure(call, encodeStockError(report, codecs)),
  subscribed: (name) => encodeStockStarted(name.call),
  next: (name, event) =>
    event.trackedId === undefined
      ? encodeStockData(name.call, event.data)
      : encodeStockTracked(name.call, event.trackedId, event.data ?? 'null'),
  gap: () => undefined,
  move: () => STOCK_RECONNECT_NOTICE,
  ended: (name, report, codecs) => [
    ...(report ? [encodeStockFailure(name.call, encodeStockError(report, codecs))] : []),
    encodeStockStopped(name.call),
  ],
  unsubscribed: (name) => encodeStockStopped(name.call),
  // Stock closes with no code after a failed context, and its clients come back whatever the code says.
  contextFailureCode: () => undefined,
};

/** The JSON text of an error in the stock dialect: the whole shape through the transformer. */
function encodeStockError(report: ErrorReport, codecs: RouterCodecs): string {
  const encoded = codecs.output.encode(report.shape);
  if (typeof encoded === 'string') return encoded;
  const fallback = codecs.output.encode(internalError().shape);
  return typeof fallback === 'string' ? fallback : '{}';
}
