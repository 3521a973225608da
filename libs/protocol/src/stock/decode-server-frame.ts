import { type CallId, isCallId } from '../call-id.js';
import { isJsonRecord, stringOf } from '../record.js';
import { type ServerViolation, serverViolation } from '../server-message.js';

/** Everything that a stock server can say. */
export type StockServerFrame =
  | { readonly type: 'ping' }
  | { readonly type: 'pong' }
  /** The answer of a query or mutation, or an event of a subscription: the client knows by the id which. */
  | { readonly type: 'data'; readonly id: CallId; readonly data: unknown; readonly trackedId: string | undefined }
  | { readonly type: 'started'; readonly id: CallId }
  | { readonly type: 'stopped'; readonly id: CallId }
  /** The error is still as the transformer wrote it. */
  | { readonly type: 'failure'; readonly id: CallId | null; readonly error: unknown }
  | { readonly type: 'reconnect' }
  | { readonly type: 'unknown' }
  | ServerViolation;

/** Reads one text frame from a server that speaks tRPC's own envelope. Nothing throws. */
export function decodeStockServerFrame(text: string): StockServerFrame {
  if (text === 'PING') return { type: 'ping' };
  if (text === 'PONG') return { type: 'pong' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return serverViolation('The message is not JSON.');
  }
  if (!isJsonRecord(parsed)) return serverViolation('The message is not an object.');
  const { id, method, result, error } = parsed;
  if (method !== undefined) return method === 'reconnect' ? { type: 'reconnect' } : { type: 'unknown' };
  if (error !== undefined) return { type: 'failure', id: isCallId(id) ? id : null, error };
  if (!isCallId(id) || !isJsonRecord(result)) return serverViolation('The message is no reply.');
  switch (result['type']) {
    case 'started':
    case 'stopped':
      return { type: result['type'], id };
    case 'data':
    case undefined:
      return { type: 'data', id, data: result['data'], trackedId: stringOf(result, 'id') };
    default:
      return { type: 'unknown' };
  }
}
