import { isJsonRecord, parseCursor, stringOf } from '@trunkline/protocol';
import { CURSOR_MEMBER } from './adapt-frame.js';

/** An event with its place in the subscription. */
export interface PositionedEvent {
  /** The number of the event in its run, from 1; left out where the server's positions say none. */
  readonly seq?: number;
  /** The last id that the procedure gave with `tracked()`; left out for none. */
  readonly id?: string;
  readonly data: unknown;
}

/** The cursor that an event carries, and its data as they came. Undefined for whatever carries none. */
export function readCarried(value: unknown): { readonly cursor: string; readonly data: unknown } | undefined {
  if (!isJsonRecord(value)) return undefined;
  const cursor = stringOf(value, CURSOR_MEMBER);
  return cursor === undefined ? undefined : { cursor, data: value['data'] };
}

/** What an event with a cursor looks like to its reader. */
export function positionedEvent(value: unknown): PositionedEvent {
  const carried = readCarried(value);
  if (carried === undefined) return { data: value };
  const cursor = parseCursor(carried.cursor);
  if (cursor === undefined) return { data: carried.data };
  const { number: seq, trackedId: id } = cursor;
  return id === undefined ? { seq, data: carried.data } : { seq, id, data: carried.data };
}
