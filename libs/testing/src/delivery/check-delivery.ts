import { checkCalls, checkQueries } from './check-calls.js';
import { checkObservation } from './check-observation.js';
import type { DeliveryRecord } from './delivery-record.js';
import type { DeliveryViolation } from './delivery-violation.js';

/**
 * Judges a run: each event once and in order, or merged into a later one where that was asked
 * for, or inside a gap that was told; each mutation's effect at most once, and its
 * caller told the truth; nothing that nobody published or called for; everything seen by the end. Pure: it reads the
 * record and nothing else. An empty list is the proof.
 */
export function checkDelivery(record: DeliveryRecord): readonly DeliveryViolation[] {
  const streams = new Map(record.streams.map((stream) => [stream.name, stream]));
  return [
    ...record.observations.flatMap((observation) => checkObservation(observation, streams.get(observation.stream))),
    ...checkCalls(record.calls, record.effects),
    ...checkQueries(record.queries ?? []),
  ];
}
