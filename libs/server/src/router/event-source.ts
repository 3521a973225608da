import { isObservable } from '@trpc/server/observable';
import type { EventStream } from '../subscription/event-stream.js';
import { readObservable } from './observable-source.js';

/** Reads the events of a subscription, whichever way its procedure gives them; undefined for what gives none. */
export function openEventSource(output: unknown, maxQueuedEvents: number): EventStream | undefined {
  if (isObservable(output)) return readObservable(output, maxQueuedEvents);
  return isAsyncIterable(output) ? output[Symbol.asyncIterator]() : undefined;
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
