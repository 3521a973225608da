import { isCallId } from '../call-id.js';
import type { Call, ClientFrame, ClientMessage, ProcedureKind } from '../client-message.js';
import { findTooDeep } from '../depth.js';
import type { Limits } from '../limits.js';
import { isJsonRecord } from '../record.js';
import { type Violation, violation } from '../violation.js';

/** Reads one text frame from a client that speaks tRPC's own envelope (tRPC 11, `wsLink`). Nothing throws. */
export function decodeStockClientFrame(text: string, limits: Pick<Limits, 'maxDepth' | 'maxBatchSize'>): ClientFrame {
  if (text === 'PING') return { type: 'ping', id: null };
  if (text === 'PONG') return { type: 'pong' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return violation(null, 'PARSE_ERROR', 'The message is not JSON.');
  }
  const tooDeep = findTooDeep(parsed, limits.maxDepth, text.length, 'PARSE_ERROR');
  if (tooDeep !== undefined) return tooDeep;
  if (!Array.isArray(parsed)) return decodeMessage(parsed);
  if (parsed.length <= limits.maxBatchSize) return { type: 'batch', messages: parsed.map(decodeMessage) };
  return { type: 'batch', messages: refuseEach(parsed, limits.maxBatchSize) };
}

// Stock answers each element that has an id, so that no call of the batch waits for ever.
function refuseEach(batch: readonly unknown[], maxBatchSize: number): Violation[] {
  const message = `The batch holds ${batch.length} messages; the server takes ${maxBatchSize} (option limits.maxBatchSize).`;
  const refusals: Violation[] = [];
  for (const item of batch) {
    if (isJsonRecord(item) && isCallId(item['id'])) refusals.push(violation(item['id'], 'BAD_REQUEST', message));
  }
  return refusals.length > 0 ? refusals : [violation(null, 'BAD_REQUEST', message)];
}

function decodeMessage(parsed: unknown): ClientMessage | Violation {
  if (!isJsonRecord(parsed)) return violation(null, 'PARSE_ERROR', 'The message is not an object.');
  const { id, method, jsonrpc, params } = parsed;
  if (id === null) return violation(null, 'PARSE_ERROR', '`id` is required');
  if (!isCallId(id)) return violation(null, 'PARSE_ERROR', 'Invalid request id');
  if (jsonrpc !== undefined && jsonrpc !== '2.0') return violation(id, 'PARSE_ERROR', 'Must be JSONRPC 2.0');
  switch (method) {
    case 'subscription.stop': // {"id":3,"method":"subscription.stop"}
      return { type: 'cancel', call: id };
    case 'query': // {"id":1,"method":"query","params":{"input":{"id":7},"path":"orders.byId"}}
    case 'mutation':
    case 'subscription':
      return decodeCall(id, method, params, jsonrpc !== undefined);
    default:
      return violation(id, 'PARSE_ERROR', 'The method is none of query, mutation, subscription, subscription.stop.');
  }
}

function decodeCall(id: Call['id'], kind: ProcedureKind, params: unknown, echoesJsonrpc: boolean): Call | Violation {
  if (!isJsonRecord(params)) return violation(id, 'PARSE_ERROR', 'The params are not an object.');
  const { path, input, lastEventId } = params;
  if (typeof path !== 'string') return violation(id, 'PARSE_ERROR', 'The member params.path is not a string.');
  if (lastEventId !== undefined && typeof lastEventId !== 'string') {
    return violation(id, 'PARSE_ERROR', 'The member params.lastEventId is not a string.');
  }
  return {
    type: 'call',
    id,
    kind,
    path,
    input,
    deadlineMs: 0,
    key: undefined,
    sent: undefined,
    credit: undefined,
    maxRate: undefined,
    after: undefined,
    lastEventId,
    traceparent: undefined,
    shape: undefined,
    echoesJsonrpc,
  };
}
