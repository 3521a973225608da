import { isTrackedEnvelope } from '@trpc/server';

/** An event that the procedure gave an id with `tracked()`. */
export interface TrackedEvent {
  readonly id: string;
  readonly data: unknown;
}

/** The id and data of a tracked event; undefined for any other value. */
export function readTracked(value: unknown): TrackedEvent | undefined {
  if (!isTrackedEnvelope(value)) return undefined;
  const [id, data] = value;
  return { id, data };
}
