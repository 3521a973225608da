import type { CallId } from '../call-id.js';
import type { Call, Sent } from '../client-message.js';
import { MAX_CURSOR_CHARACTERS } from '../cursor.js';
import { isJsonRecord, type JsonRecord } from '../record.js';
import { readTraceparent } from '../traceparent.js';
import { type Violation, violation } from '../violation.js';
import { isCount, isKey, isMaxRate, isName, MAX_NAME_CHARACTERS } from './member-form.js';

/** Longer paths are refused before anything is looked up. */
const MAX_PATH_CHARACTERS = 512;

/** Timers count no further: a longer delay would fire at once. It is 24.8 days. */
const MAX_DEADLINE_MS = 2 ** 31 - 1;

// {"jsonrpc":"2.0","id":2,"method":"orders.byId","params":{"input":{"id":7},"deadlineMs":5000}}
// {"jsonrpc":"2.0","id":2,"method":"orders.add","params":{"input":{"total":3},"key":"f3c9:19","sent":{"epoch":"p7Qd"}}}
// {"jsonrpc":"2.0","id":2,"method":"orders.byId","params":{"input":{"id":7},"shape":"k3Jd8-"}}
// {"jsonrpc":"2.0","id":3,"method":"prices.onTick","params":{"input":{"symbol":"X"},"credit":64,"after":"k3Jd82hQ.5~17","maxRate":10}}
/** Reads the request for a procedure, whose kind is the router's affair. */
export function decodeCall(id: CallId, path: string, params: unknown): Call | Violation {
  if (path.length > MAX_PATH_CHARACTERS) {
    return violation(id, 'NOT_FOUND', `The method is longer than ${MAX_PATH_CHARACTERS} characters.`);
  }
  if (params === undefined) return toCall(id, path, NO_PARAMS);
  if (!isJsonRecord(params))
    return violation(id, 'INVALID_PARAMS', 'The params of a call are an object with the member input.');
  const wrong = findWrongMember(params);
  return wrong === undefined ? toCall(id, path, params) : violation(id, 'INVALID_PARAMS', wrong);
}

const NO_PARAMS: JsonRecord = {};

function findWrongMember({ deadlineMs, credit, after, key, maxRate, shape }: JsonRecord): string | undefined {
  if (deadlineMs !== undefined && !isDeadline(deadlineMs)) {
    return `The member deadlineMs is not a positive whole number of at most ${MAX_DEADLINE_MS}.`;
  }
  if (credit !== undefined && !isCount(credit)) return 'The member credit is not a whole number of 0 or more.';
  if (after !== undefined && !isAfter(after)) {
    return `The member after is not a string of at most ${MAX_CURSOR_CHARACTERS} characters.`;
  }
  if (key !== undefined && !isKey(key)) {
    return `The member key is not a string of 1 to ${MAX_NAME_CHARACTERS} characters.`;
  }
  if (maxRate !== undefined && !isMaxRate(maxRate)) return 'The member maxRate is not a finite number above 0.';
  if (shape !== undefined && !isName(shape)) {
    return `The member shape is not a string of at most ${MAX_NAME_CHARACTERS} characters.`;
  }
  return undefined;
}

// One place makes the object, so that every call has the same hidden class. Each member has its form, or is undefined.
function toCall(id: CallId, path: string, params: JsonRecord): Call {
  const { deadlineMs, credit, after, key, sent, maxRate, traceparent, shape } = params;
  return {
    type: 'call',
    id,
    kind: undefined,
    path,
    input: params['input'],
    deadlineMs: isDeadline(deadlineMs) ? deadlineMs : 0,
    key: isKey(key) ? key : undefined,
    sent: sent === undefined ? undefined : readSent(sent),
    credit: isCount(credit) ? credit : undefined,
    maxRate: isMaxRate(maxRate) ? maxRate : undefined,
    after: typeof after === 'string' ? after : undefined,
    lastEventId: undefined,
    traceparent: traceparent === undefined ? undefined : readTraceparent(traceparent),
    shape: isName(shape) ? shape : undefined,
    echoesJsonrpc: true,
  };
}

// That the member is there is what matters; one of another form knows no epoch.
function readSent(sent: unknown): Sent {
  const epoch = isJsonRecord(sent) ? sent['epoch'] : null;
  return { epoch: isName(epoch) ? epoch : null };
}

function isDeadline(value: unknown): value is number {
  return isCount(value) && value > 0 && value <= MAX_DEADLINE_MS;
}

function isAfter(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_CURSOR_CHARACTERS;
}
