import { type CallId, isCallId } from '../call-id.js';
import type { Call, ClientFrame, ClientMessage, Hello } from '../client-message.js';
import { MAX_CURSOR_CHARACTERS } from '../cursor.js';
import { findTooDeep } from '../depth.js';
import type { Limits } from '../limits.js';
import { isJsonRecord } from '../record.js';
import { readTraceparent } from '../traceparent.js';
import { silentViolation, type Violation, violation } from '../violation.js';
import { decodeHello } from './decode-hello.js';

/** Longer paths are refused before anything is looked up. */
const MAX_PATH_CHARACTERS = 512;

/** Timers count no further: a longer delay would fire at once. It is 24.8 days. */
const MAX_DEADLINE_MS = 2 ** 31 - 1;

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

// {"jsonrpc":"2.0","id":2,"method":"orders.byId","params":{"input":{"id":7},"deadlineMs":5000}}
function decodeCall(id: CallId, path: string, params: unknown): Call | Violation {
  if (path.length > MAX_PATH_CHARACTERS) {
    return violation(id, 'NOT_FOUND', `The method is longer than ${MAX_PATH_CHARACTERS} characters.`);
  }
  if (params === undefined) return call(id, path, undefined, 0, false, undefined, undefined, undefined);
  if (!isJsonRecord(params))
    return violation(id, 'INVALID_PARAMS', 'The params of a call are an object with the member input.');
  const { input, deadlineMs, credit, after } = params;
  if (deadlineMs !== undefined && (!isPositiveInteger(deadlineMs) || deadlineMs > MAX_DEADLINE_MS)) {
    return violation(
      id,
      'INVALID_PARAMS',
      `The member deadlineMs is not a positive whole number of at most ${MAX_DEADLINE_MS}.`,
    );
  }
  if (credit !== undefined && !isCount(credit)) {
    return violation(id, 'INVALID_PARAMS', 'The member credit is not a whole number of 0 or more.');
  }
  if (after !== undefined && (typeof after !== 'string' || after.length > MAX_CURSOR_CHARACTERS)) {
    return violation(
      id,
      'INVALID_PARAMS',
      `The member after is not a string of at most ${MAX_CURSOR_CHARACTERS} characters.`,
    );
  }
  const traceparent = params['traceparent'] === undefined ? undefined : readTraceparent(params['traceparent']);
  return call(id, path, input, deadlineMs ?? 0, params['sent'] !== undefined, credit, after, traceparent);
}

// One place makes the object, so that every call has the same hidden class.
function call(
  id: CallId,
  path: string,
  input: unknown,
  deadlineMs: number,
  isResend: boolean,
  credit: number | undefined,
  after: string | undefined,
  traceparent: string | undefined,
): Call {
  return {
    type: 'call',
    id,
    kind: undefined,
    path,
    input,
    deadlineMs,
    isResend,
    credit,
    after,
    lastEventId: undefined,
    traceparent,
    echoesJsonrpc: true,
  };
}

type SystemDecoder = (id: CallId | undefined, params: unknown) => ClientMessage | Violation;

const SYSTEM_METHODS: Readonly<Record<string, SystemDecoder>> = {
  // {"jsonrpc":"2.0","id":1,"method":"rpc.hello","params":{"client":{"name":"shop"},"payload":"transformed"}}
  'rpc.hello': (id, params): Hello | Violation =>
    id === undefined ? refuse(id, 'BAD_REQUEST', 'rpc.hello needs an id.') : decodeHello(id, params ?? {}),

  // {"jsonrpc":"2.0","id":6,"method":"rpc.ping"}
  'rpc.ping': (id) => (id === undefined ? refuse(id, 'BAD_REQUEST', 'rpc.ping needs an id.') : { type: 'ping', id }),

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

  // {"jsonrpc":"2.0","method":"rpc.credit","params":{"subscription":17,"add":32}}
  'rpc.credit': (id, params) => {
    const subscription = memberOf(params, 'subscription');
    const add = memberOf(params, 'add');
    if (id !== undefined) return refuseId(id, 'rpc.credit');
    if (!isPositiveInteger(subscription) || !isCount(add)) {
      return refuse(id, 'INVALID_PARAMS', 'rpc.credit needs params.subscription and params.add, both whole numbers.');
    }
    return { type: 'credit', subscription, add };
  },
};

function refuse(
  id: CallId | undefined,
  code: 'BAD_REQUEST' | 'INVALID_PARAMS' | 'METHOD_NOT_FOUND',
  message: string,
): Violation {
  return id === undefined ? silentViolation(code, message) : violation(id, code, message);
}

// JSON-RPC 2.0 owes every request an answer, and these two have none to give.
function refuseId(id: CallId, method: string): Violation {
  return violation(id, 'BAD_REQUEST', `${method} is a notification; send it without an id.`);
}

function memberOf(params: unknown, member: string): unknown {
  return isJsonRecord(params) ? params[member] : undefined;
}

function isPositiveInteger(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > 64 ? `${text.slice(0, 64)}…` : text);
}
