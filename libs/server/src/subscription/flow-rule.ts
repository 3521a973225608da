import type { QueueRule } from './event-queue.js';
import type { OverflowPolicy } from './subscription-policy.js';

/** What flows between a source and its client, and how. */
export interface FlowRule {
  readonly overflow: OverflowPolicy;
  /** Events in a second at most; undefined for no limit. */
  readonly maxRate: number | undefined;
  /** Events that may wait where the policy names no number. */
  readonly maxQueuedEvents: number;
}

/** What a queue does under a policy. A pace merges whatever comes in between into the newest event. */
export function decideQueueRule({ overflow, maxRate, maxQueuedEvents: capacity }: FlowRule): QueueRule {
  const keyOf = typeof overflow === 'object' && 'latest' in overflow ? toKeyOf(overflow.latest) : undefined;
  if (maxRate !== undefined || overflow === 'latest' || keyOf !== undefined) return { name: 'latest', capacity, keyOf };
  if (overflow === 'end' || overflow === 'disconnect') return { name: 'refuse', capacity };
  if (typeof overflow !== 'object') return { name: 'dropOldest', capacity };
  if ('buffer' in overflow) return { name: 'buffer', capacity: overflow.buffer };
  return { name: 'dropOldest', capacity: 'dropOldest' in overflow ? overflow.dropOldest : capacity };
}

// The application wrote the function for the events of its own procedure, which nobody here can name the type of.
function toKeyOf(latest: (event: never) => string): (event: unknown) => string {
  return (event) => String(Reflect.apply(latest, undefined, [event]));
}
