import { isJsonRecord } from '@trunkline/protocol';
import type { PayloadChoice } from './payload-choice.js';

/** The member by which an event carries its own position through the client, which hands out nothing but the data. */
export const CURSOR_MEMBER = 'trunkline.cursor';

/**
 * Puts what the client would pass over where it hands it out: the answer to `rpc.discover`, which is no output of a procedure,
 * and, where positions are wanted, the position of an event. Any other frame stays as it is.
 */
export function adaptFrame(text: string, { hasPositions, hasSuperjson }: PayloadChoice): string {
  if (hasPositions && text.includes('"rpc.next"')) return adaptEvent(text);
  if (text.includes('"openrpc"')) return adaptDocument(text, hasSuperjson);
  return text;
}

function adaptEvent(text: string): string {
  const frame = parse(text);
  if (!isJsonRecord(frame) || frame['method'] !== 'rpc.next' || !isJsonRecord(frame['params'])) return text;
  const { data, cursor, ...rest } = frame['params'];
  const carried = data === undefined ? { [CURSOR_MEMBER]: cursor } : { [CURSOR_MEMBER]: cursor, data };
  return JSON.stringify({ ...frame, params: { ...rest, cursor, data: carried } });
}

function adaptDocument(text: string, hasSuperjson: boolean): string {
  const frame = parse(text);
  if (!isJsonRecord(frame) || !isJsonRecord(frame['result'])) return text;
  const { result } = frame;
  if (typeof result['openrpc'] !== 'string') return text;
  return JSON.stringify({ ...frame, result: { output: hasSuperjson ? { json: result } : result } });
}

// What is no JSON is for the client to refuse.
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
