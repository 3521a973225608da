import { isJsonRecord, type JsonRecord } from '@trunkline/protocol';
import type { MessageTransform } from '@trunkline/testing';

/** An implementation that is wrong in one way, made of the real one and a proxy that lies. */
export interface Mutant {
  readonly toClient?: MessageTransform;
  readonly toServer?: MessageTransform;
}

/** What a mutant does to one message: what to say in its place. */
type Lie = (message: JsonRecord) => readonly JsonRecord[];

/** Begins the ids of calls that no client made. */
const AGAIN = 'again-';

/** The mutants, each by what it does. Each has a state of its own, so they are made anew for each run. */
export const MUTANTS: Readonly<Record<string, () => Mutant>> = {
  'drops an event': () => ({ toClient: lie(onNth('rpc.next', 4, () => [])) }),
  'doubles an event': () => ({ toClient: lie(onNth('rpc.next', 4, (message) => [message, message])) }),
  'lets an event overtake another': () => ({ toClient: lie(swapped('rpc.next', 4)) }),
  'makes an event up': () => ({
    toClient: lie(onNth('rpc.next', 4, (message) => [message, withData(message, { number: 1000 })])),
  }),
  'falls silent': () => ({ toClient: lie(onNth('rpc.next', 9, () => [], true)) }),
  'swallows a gap': () => ({ toClient: lie(onNth('rpc.gap', 1, () => [])) }),
  'says recovered after a loss': () => ({
    toClient: lie((message) => {
      if (message['method'] === 'rpc.gap') return [];
      return [isJsonRecord(message['result']) ? withResult(message, sayRecovered(message['result'])) : message];
    }),
  }),
  'leaves an event out behind recovered': () => ({ toClient: lie(afterRecovery(() => [])) }),
  'counts one more as merged': () => ({
    toClient: lie((message) => [withConflated(message, (count) => (count === undefined ? undefined : count + 1))]),
  }),
  'merges where nobody asked': () => ({
    toClient: lie(onNth('rpc.next', 4, (message) => [withConflated(message, () => 1)])),
  }),
  'leaves a part out': () => ({ toClient: lie(withoutPart(2)) }),
  'ends a subscription early': () => ({
    toClient: lie(
      onNth('rpc.next', 4, (message) => [
        { jsonrpc: '2.0', method: 'rpc.end', params: { subscription: paramsOf(message)['subscription'] } },
      ]),
    ),
  }),
  'runs a mutation again': () => ({
    toServer: lie((message) => {
      if (message['method'] !== 'add') return [message];
      const { input } = paramsOf(message);
      return [message, { ...message, id: `${AGAIN}${String(message['id'])}`, params: { input } }];
    }),
    toClient: lie((message) => (String(message['id']).startsWith(AGAIN) ? [] : [message])),
  }),
  'denies an effect': () => ({ toClient: lie(onAnswer((message) => [failure(message, 'TOO_MANY_REQUESTS')])) }),
  'claims an effect': () => ({
    toServer: lie((message) => (message['method'] === 'add' ? [{ ...message, method: 'last' }] : [message])),
  }),
  'answers with the answer of another': () => ({
    toClient: lie(onAnswer((message) => [withResult(message, { output: 1000 })])),
  }),
};

function lie(tell: Lie): MessageTransform {
  return (text) => {
    const message: unknown = JSON.parse(text);
    if (Array.isArray(message))
      return [JSON.stringify(message.flatMap((each) => (isJsonRecord(each) ? tell(each) : [])))];
    return isJsonRecord(message) ? tell(message).map((each) => JSON.stringify(each)) : [text];
  };
}

/** Lies about the nth message of a method, or about all from there on. */
function onNth(method: string, nth: number, tell: Lie, isForGood = false): Lie {
  let count = 0;
  return (message) => {
    if (message['method'] !== method) return [message];
    count += 1;
    return count === nth || (isForGood && count > nth) ? tell(message) : [message];
  };
}

/** Lies about the first event that comes behind an answer that promises that nothing is missing. */
function afterRecovery(tell: Lie): Lie {
  let isRecovering = false;
  return (message) => {
    if (isJsonRecord(message['result']) && message['result']['resumed'] === 'recovered') isRecovering = true;
    if (!isRecovering || message['method'] !== 'rpc.next') return [message];
    isRecovering = false;
    return tell(message);
  };
}

/** Swallows a piece of each answer, and counts as if there had been one less. */
function withoutPart(nth: number): Lie {
  let count = 0;
  return (message) => {
    if (message['method'] === 'rpc.part') {
      count += 1;
      return count === nth ? [] : [message];
    }
    const { result } = message;
    if (!isJsonRecord(result) || typeof result['parts'] !== 'number') return [message];
    count = 0;
    return [withResult(message, { ...result, parts: result['parts'] - 1 })];
  };
}

function withConflated(message: JsonRecord, change: (count: number | undefined) => number | undefined): JsonRecord {
  if (message['method'] !== 'rpc.next') return message;
  const { conflated, ...params } = paramsOf(message);
  const changed = change(typeof conflated === 'number' ? conflated : undefined);
  return { ...message, params: { ...params, ...(changed !== undefined && { conflated: changed }) } };
}

function swapped(method: string, nth: number): Lie {
  let held: JsonRecord | undefined;
  return onNth(
    method,
    nth,
    (message) => {
      if (held === undefined) {
        held = message;
        return [];
      }
      const late = held;
      held = { method: 'rpc.nothing', jsonrpc: '2.0' };
      return late['method'] === method ? [message, late] : [message];
    },
    true,
  );
}

/** Lies about the answers that have an output. */
function onAnswer(tell: Lie): Lie {
  return (message) => (isJsonRecord(message['result']) && 'output' in message['result'] ? tell(message) : [message]);
}

function failure({ id }: JsonRecord, code: string): JsonRecord {
  return { jsonrpc: '2.0', id, error: { code: -32000, message: 'A lie.', data: { code, ran: false } } };
}

function sayRecovered(result: JsonRecord): JsonRecord {
  return result['resumed'] === 'gap' ? { ...result, resumed: 'recovered' } : result;
}

function withResult(message: JsonRecord, result: JsonRecord): JsonRecord {
  return { ...message, result };
}

function withData(message: JsonRecord, data: JsonRecord): JsonRecord {
  return { ...message, params: { ...paramsOf(message), data } };
}

function paramsOf({ params }: JsonRecord): JsonRecord {
  return isJsonRecord(params) ? params : {};
}
