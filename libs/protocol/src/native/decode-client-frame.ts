import { type CallId, isCallId } from '../call-id.js';
import type { ClientFrame, ClientMessage, Hello } from '../client-message.js';
import { parseConnectionParams } from '../connection-params.js';
import { MAX_CURSOR_CHARACTERS } from '../cursor.js';
import { findTooDeep } from '../depth.js';
import type { Limits } from '../limits.js';
import { isJsonRecord, type JsonRecord } from '../record.js';
import { silentViolation, type Violation, violation } from '../violation.js';
import { decodeCall } from './decode-call.js';
import { decodeHello } from './decode-hello.js';
import { isCount, isMaxRate, isPositiveInteger } from './member-form.js';

/** Reads one text frame from a native client. Whatever the peer sent, the answer is a value; nothing throws. */
export function decodeClientFrame(text: string, limits: Pick<Limits, 'maxDepth' | 'maxBatchSize'>): ClientFrame {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return violation(null, 'PARSE_ERROR', 'The message is not JSON.');
  }
  const tooDeep = findTooDeep(parsed, limits.maxDepth, text.length, 'BAD_REQUEST');
  if (tooDeep !== undefined) return tooDeep;
  if (!Array.isArray(parsed)) return decodeMessage(parsed);
  if (parsed.length === 0) return violation(null, 'BAD_REQUEST', 'The batch is empty.');
  if (parsed.length > limits.maxBatchSize) {
    return violation(
      null,
      'TOO_MANY_REQUESTS',
      `The batch holds ${parsed.length} messages; the server takes ${limits.maxBatchSize} (option limits.maxBatchSize).`,
    );
  }
  return { type: 'batch', messages: parsed.map(decodeMessage) };
}

function decodeMessage(parsed: unknown): ClientMessage | Violation {
  if (!isJsonRecord(parsed)) return violation(null, 'BAD_REQUEST', 'The message is not an object.');
  const { id, method, params } = parsed;
  const isNotification = id === undefined;
  if (!isNotification && !isCallId(id)) {
    return violation(null, 'BAD_REQUEST', 'The id is neither a finite number nor a string of at most 128 characters.');
  }
  if (parsed['jsonrpc'] !== '2.0') return violation(id ?? null, 'BAD_REQUEST', 'The member jsonrpc is not "2.0".');
  if (typeof method !== 'string') return violation(id ?? null, 'BAD_REQUEST', 'The member method is not a string.');
  if (method.startsWith('rpc.')) {
    const decode = Object.hasOwn(SYSTEM_METHODS, method) ? SYSTEM_METHODS[method] : undefined;
    if (decode !== undefined) return decode(id, params);
    return refuse(id, 'METHOD_NOT_FOUND', `The server knows no method ${excerpt(method)}.`);
  }
  if (isNotification)
    return silentViolation('BAD_REQUEST', `The procedure ${excerpt(method)} was named by a notification.`);
  return decodeCall(id, method, params);
}

type SystemDecoder = (id: CallId | undefined, params: unknown) => ClientMessage | Violation;

const SYSTEM_METHODS: Readonly<Record<string, SystemDecoder>> = {
  // {"jsonrpc":"2.0","id":1,"method":"rpc.hello","params":{"client":{"name":"shop"},"payload":"transformed"}}
  'rpc.hello': (id, params): Hello | Violation =>
    id === undefined ? refuse(id, 'BAD_REQUEST', 'rpc.hello needs an id.') : decodeHello(id, params ?? {}),

  // {"jsonrpc":"2.0","id":6,"method":"rpc.ping"}
  'rpc.ping': (id) => (id === undefined ? refuse(id, 'BAD_REQUEST', 'rpc.ping needs an id.') : { type: 'ping', id }),

  // {"jsonrpc":"2.0","id":7,"method":"rpc.discover"}
  'rpc.discover': (id) =>
    id === undefined ? refuse(id, 'BAD_REQUEST', 'rpc.discover needs an id.') : { type: 'discover', id },

  // {"jsonrpc":"2.0","method":"rpc.cancel","params":{"id":2}}
  'rpc.cancel': (id, params) => {
    const call = memberOf(params, 'id');
    if (id !== undefined) return refuseId(id, 'rpc.cancel');
    return isCallId(call) ? { type: 'cancel', call } : refuse(id, 'INVALID_PARAMS', 'rpc.cancel needs params.id.');
  },

  // {"jsonrpc":"2.0","id":4,"method":"rpc.unsubscribe","params":{"subscription":17}}
  'rpc.unsubscribe': (id, params) => {
    const subscription = memberOf(params, 'subscription');
    if (id === undefined) return refuse(id, 'BAD_REQUEST', 'rpc.unsubscribe needs an id.');
    if (!isPositiveInteger(subscription))
      return refuse(id, 'INVALID_PARAMS', 'rpc.unsubscribe needs params.subscription.');
    return { type: 'unsubscribe', id, subscription };
  },

  // {"jsonrpc":"2.0","method":"rpc.credit","params":{"subscription":17,"add":32,"seen":"k3Jd82hQ.5"}}
  'rpc.credit': (id, params) => {
    const { subscription, add, seen } = isJsonRecord(params) ? params : NO_PARAMS;
    if (id !== undefined) return refuseId(id, 'rpc.credit');
    if (!isPositiveInteger(subscription) || !isCount(add)) {
      return refuse(id, 'INVALID_PARAMS', 'rpc.credit needs params.subscription and params.add, both whole numbers.');
    }
    if (seen === undefined) return { type: 'credit', subscription, add, seen };
    if (typeof seen === 'string' && seen.length <= MAX_CURSOR_CHARACTERS) {
      return { type: 'credit', subscription, add, seen };
    }
    return refuse(id, 'INVALID_PARAMS', `params.seen is no string of at most ${MAX_CURSOR_CHARACTERS} characters.`);
  },

  // {"jsonrpc":"2.0","method":"rpc.tune","params":{"subscription":17,"maxRate":2}}
  'rpc.tune': (id, params) => {
    const { subscription, maxRate } = isJsonRecord(params) ? params : NO_PARAMS;
    if (id !== undefined) return refuseId(id, 'rpc.tune');
    if (isPositiveInteger(subscription) && (maxRate === null || isMaxRate(maxRate))) {
      return { type: 'tune', subscription, maxRate };
    }
    return refuse(
      id,
      'INVALID_PARAMS',
      'rpc.tune needs params.subscription and params.maxRate, a number above 0 or null.',
    );
  },

  // {"jsonrpc":"2.0","id":5,"method":"rpc.auth","params":{"connectionParams":{"token":"new"}}}
  'rpc.auth': (id, params) => {
    if (id === undefined) return refuse(id, 'BAD_REQUEST', 'rpc.auth needs an id.');
    const read = parseConnectionParams(memberOf(params, 'connectionParams'));
    if (!read.ok) return refuse(id, 'INVALID_PARAMS', read.message);
    return { type: 'auth', id, connectionParams: read.params };
  },
};

const NO_PARAMS: JsonRecord = {};

function refuse(
  id: CallId | undefined,
  code: 'BAD_REQUEST' | 'INVALID_PARAMS' | 'METHOD_NOT_FOUND',
  message: string,
): Violation {
  return id === undefined ? silentViolation(code, message) : violation(id, code, message);
}

// JSON-RPC 2.0 owes every request an answer, and these have none to give.
function refuseId(id: CallId, method: string): Violation {
  return violation(id, 'BAD_REQUEST', `${method} is a notification; send it without an id.`);
}

function memberOf(params: unknown, member: string): unknown {
  return isJsonRecord(params) ? params[member] : undefined;
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > 64 ? `${text.slice(0, 64)}…` : text);
}
