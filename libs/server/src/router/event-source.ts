import { isObservable } from '@trpc/server/observable';
import type { ServerClock } from '../clock.js';
import type { EventStream } from '../subscription/event-stream.js';
import type { FlowRule } from '../subscription/flow-rule.js';
import { IteratorFeed } from '../subscription/iterator-feed.js';
import { QueuedSource } from '../subscription/queued-source.js';
import { ObservableFeed } from './observable-source.js';

/**
 * Reads the events of a subscription, whichever way its procedure gives them; undefined for what gives none. An iterable
 * that may simply wait is read as it is.
 */
export function openEventSource(output: unknown, flow: FlowRule, clock: ServerClock): EventStream | undefined {
  if (isObservable(output)) return new QueuedSource(new ObservableFeed(output), flow, clock);
  if (!isAsyncIterable(output)) return undefined;
  const iterator = output[Symbol.asyncIterator]();
  if (flow.overflow === 'pause' && flow.maxRate === undefined) return iterator;
  return new QueuedSource(new IteratorFeed(iterator, clock), flow, clock);
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
