import type { DeliveryRecord } from '@trunkline/testing';

/** What was allowed to happen, and how often it did. */
export type DeliveryCounts = Readonly<Record<CountName, number>>;

type CountName = 'events' | 'recovered' | 'gaps' | 'dropped' | 'answered' | 'refused' | 'unknown';

/** Counts what a run told its clients. */
export function countDelivery({ observations, calls }: DeliveryRecord): DeliveryCounts {
  const counts: Record<CountName, number> = { ...NOTHING };
  for (const item of observations.flatMap(({ items }) => items)) {
    if (item.type === 'event') counts.events += 1;
    if (item.type === 'live' && item.resumed === 'recovered') counts.recovered += 1;
    if (item.type !== 'gap') continue;
    counts.gaps += 1;
    counts.dropped += item.dropped ?? 0;
  }
  for (const { outcome } of calls) {
    if (outcome.type === 'answered') counts.answered += 1;
    else if (outcome.type === 'failed') counts[outcome.effect === 'unknown' ? 'unknown' : 'refused'] += 1;
  }
  return counts;
}

/** Adds up the counts of several runs. */
export function addCounts(all: readonly DeliveryCounts[]): DeliveryCounts {
  const sum: Record<CountName, number> = { ...NOTHING };
  for (const counts of all) {
    for (const name of COUNT_NAMES) sum[name] += counts[name];
  }
  return sum;
}

const COUNT_NAMES: readonly CountName[] = ['events', 'recovered', 'gaps', 'dropped', 'answered', 'refused', 'unknown'];

const NOTHING: DeliveryCounts = { events: 0, recovered: 0, gaps: 0, dropped: 0, answered: 0, refused: 0, unknown: 0 };
