import { isCallId } from '../call-id.js';
import { isWireError } from '../error-shape.js';
import { isJsonRecord, type JsonRecord } from '../record.js';
import { isGapReason, type ServerFrame, type ServerMessage } from '../server-message.js';
import { type Violation, violation } from '../violation.js';

/** Reads one text frame from a server that speaks the native dialect. Nothing throws. */
export function decodeServerFrame(text: string): ServerFrame {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return violation(null, 'PARSE_ERROR', 'The message is not JSON.');
  }
  return Array.isArray(parsed) ? { type: 'batch', messages: parsed.map(decodeMessage) } : decodeMessage(parsed);
}

function decodeMessage(parsed: unknown): ServerMessage | Violation {
  if (!isJsonRecord(parsed) || parsed['jsonrpc'] !== '2.0') {
    return violation(null, 'BAD_REQUEST', 'The message is not JSON-RPC 2.0.');
  }
  const { id, method, params, error } = parsed;
  if (typeof method === 'string') return decodeNotification(method, isJsonRecord(params) ? params : {});
  // {"jsonrpc":"2.0","id":2,"error":{"code":-32004,"message":"No such order","data":{"code":"NOT_FOUND"}}}
  if (error !== undefined) {
    if (!isWireError(error)) return violation(null, 'BAD_REQUEST', 'The error has no code and message.');
    return { type: 'failure', id: isCallId(id) ? id : null, error };
  }
  if (!isCallId(id)) return violation(null, 'BAD_REQUEST', 'The response has no id.');
  // {"jsonrpc":"2.0","id":2,"result":{"output":{"id":7}}}
  return { type: 'result', id, result: parsed['result'] };
}

function decodeNotification(method: string, params: JsonRecord): ServerMessage | Violation {
  switch (method) {
    case 'rpc.next':
    case 'rpc.gap':
    case 'rpc.end':
      return typeof params['subscription'] === 'number'
        ? decodeEvent(method, params['subscription'], params)
        : wrongParams(method);
    case 'rpc.part': // {"jsonrpc":"2.0","method":"rpc.part","params":{"id":2,"text":"{\"id\":"}}
      return isCallId(params['id']) && typeof params['text'] === 'string'
        ? { type: 'part', id: params['id'], text: params['text'] }
        : wrongParams(method);
    case 'rpc.expiring': // {"jsonrpc":"2.0","method":"rpc.expiring","params":{"inMs":30000}}
      return typeof params['inMs'] === 'number' ? { type: 'expiring', inMs: params['inMs'] } : wrongParams(method);
    case 'rpc.drain': {
      // {"jsonrpc":"2.0","method":"rpc.drain","params":{"reconnectAfterMs":1840,"deadlineMs":30000}}
      const { reconnectAfterMs, deadlineMs } = params;
      return typeof reconnectAfterMs === 'number' && typeof deadlineMs === 'number'
        ? { type: 'drain', reconnectAfterMs, deadlineMs }
        : wrongParams(method);
    }
    default:
      return { type: 'unknown', method };
  }
}

function decodeEvent(
  method: 'rpc.next' | 'rpc.gap' | 'rpc.end',
  subscription: number,
  params: JsonRecord,
): ServerMessage {
  const { error, reason } = params;
  const cursor = typeof params['cursor'] === 'string' ? params['cursor'] : undefined;
  switch (method) {
    case 'rpc.next': // {"jsonrpc":"2.0","method":"rpc.next","params":{"subscription":17,"cursor":"k3Jd82hQ.5","data":{"price":3}}}
      return { type: 'next', subscription, cursor, data: params['data'], conflated: numberOf(params['conflated']) };
    case 'rpc.gap': // {"jsonrpc":"2.0","method":"rpc.gap","params":{"subscription":17,"reason":"overflow","dropped":12,"cursor":"k3Jd82hQ.17"}}
      return {
        type: 'gap',
        subscription,
        // A reason of a later version still is a gap; the nearest that this version knows is that all began anew.
        reason: isGapReason(reason) ? reason : 'restarted',
        dropped: numberOf(params['dropped']),
        cursor,
      };
    case 'rpc.end': // {"jsonrpc":"2.0","method":"rpc.end","params":{"subscription":17,"cursor":"k3Jd82hQ.18"}}
      return { type: 'end', subscription, cursor, error: isWireError(error) ? error : undefined };
  }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function wrongParams(method: string): Violation {
  return violation(null, 'INVALID_PARAMS', `The params of ${method} have a wrong form.`);
}
