import { isCallId } from '../call-id.js';
import { isWireError } from '../error-shape.js';
import { isJsonRecord, type JsonRecord, numberOf, stringOf } from '../record.js';
import {
  isGapReason,
  type ServerFrame,
  type ServerMessage,
  type ServerViolation,
  serverViolation,
} from '../server-message.js';

/** Reads one text frame from a server that speaks the native dialect. Nothing throws. */
export function decodeServerFrame(text: string): ServerFrame {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return serverViolation('The message is not JSON.');
  }
  return Array.isArray(parsed) ? { type: 'batch', messages: parsed.map(decodeMessage) } : decodeMessage(parsed);
}

function decodeMessage(parsed: unknown): ServerMessage | ServerViolation {
  if (!isJsonRecord(parsed) || parsed['jsonrpc'] !== '2.0') {
    return serverViolation('The message is not JSON-RPC 2.0.');
  }
  const { id, method, params, error } = parsed;
  if (typeof method === 'string') return decodeNotification(method, isJsonRecord(params) ? params : {});
  // {"jsonrpc":"2.0","id":2,"error":{"code":-32004,"message":"No such order","data":{"code":"NOT_FOUND"}}}
  if (error !== undefined) {
    if (!isWireError(error)) return serverViolation('The error has no code and message.');
    return { type: 'failure', id: isCallId(id) ? id : null, error };
  }
  if (!isCallId(id)) return serverViolation('The response has no id.');
  // {"jsonrpc":"2.0","id":2,"result":{"output":{"id":7}}}
  return { type: 'result', id, result: parsed['result'] };
}

function decodeNotification(method: string, params: JsonRecord): ServerMessage | ServerViolation {
  const { id, text, subscription, inMs, reconnectAfterMs, deadlineMs, error, reason } = params;
  const cursor = stringOf(params, 'cursor');
  switch (method) {
    case 'rpc.next': // {"jsonrpc":"2.0","method":"rpc.next","params":{"subscription":17,"cursor":"k3Jd82hQ.5","data":{"price":3}}}
      if (typeof subscription !== 'number') break;
      return { type: 'next', subscription, cursor, data: params['data'], conflated: numberOf(params, 'conflated') };
    case 'rpc.gap': // {"jsonrpc":"2.0","method":"rpc.gap","params":{"subscription":17,"reason":"overflow","dropped":12,"cursor":"k3Jd82hQ.17"}}
      if (typeof subscription !== 'number') break;
      return {
        type: 'gap',
        subscription,
        // A reason of a later version still is a gap; the nearest that this version knows is that all began anew.
        reason: isGapReason(reason) ? reason : 'restarted',
        dropped: numberOf(params, 'dropped'),
        cursor,
      };
    case 'rpc.end': // {"jsonrpc":"2.0","method":"rpc.end","params":{"subscription":17,"cursor":"k3Jd82hQ.18"}}
      if (typeof subscription !== 'number') break;
      return { type: 'end', subscription, cursor, error: isWireError(error) ? error : undefined };
    case 'rpc.part': // {"jsonrpc":"2.0","method":"rpc.part","params":{"id":2,"text":"{\"id\":"}}
      if (!isCallId(id) || typeof text !== 'string') break;
      return { type: 'part', id, text };
    case 'rpc.expiring': // {"jsonrpc":"2.0","method":"rpc.expiring","params":{"inMs":30000}}
      if (typeof inMs !== 'number') break;
      return { type: 'expiring', inMs };
    case 'rpc.drain': // {"jsonrpc":"2.0","method":"rpc.drain","params":{"reconnectAfterMs":1840,"deadlineMs":30000}}
      if (typeof reconnectAfterMs !== 'number' || typeof deadlineMs !== 'number') break;
      return { type: 'drain', reconnectAfterMs, deadlineMs };
    default:
      return { type: 'unknown', method };
  }
  return serverViolation(`The params of ${method} have a wrong form.`);
}
