import type { DeliveryRecord } from '@trunkline/testing';
import type { HostDeeds } from './chaos-host.js';

const COUNT_NAMES = [
  'events',
  'recovered',
  'restarted',
  'trimmed',
  'overflow',
  'dropped',
  'conflated',
  'answered',
  'texts',
  'refused',
  'unknown',
  'replayed',
  'expired',
  'revoked',
  'killed',
] as const;

type CountName = (typeof COUNT_NAMES)[number];

/** What was allowed to happen, and how often it did. Gaps are counted by reason; `invalid` ones as `restarted`. */
export type DeliveryCounts = Readonly<Record<CountName, number>>;

const NOTHING: DeliveryCounts = {
  events: 0,
  recovered: 0,
  restarted: 0,
  trimmed: 0,
  overflow: 0,
  dropped: 0,
  conflated: 0,
  answered: 0,
  texts: 0,
  refused: 0,
  unknown: 0,
  replayed: 0,
  expired: 0,
  revoked: 0,
  killed: 0,
};

/** Counts what a run told its clients, and what its server did. */
export function countDelivery({ observations, calls, queries = [] }: DeliveryRecord, deeds: HostDeeds): DeliveryCounts {
  const counts: Record<CountName, number> = { ...NOTHING, ...deeds };
  for (const item of observations.flatMap(({ items }) => items)) {
    if (item.type === 'event') {
      counts.events += 1;
      counts.conflated += item.conflated ?? 0;
    }
    if (item.type === 'live' && item.resumed === 'recovered') counts.recovered += 1;
    if (item.type !== 'gap') continue;
    if (item.reason === 'trimmed' || item.reason === 'overflow') counts[item.reason] += 1;
    else counts.restarted += 1;
    counts.dropped += item.dropped ?? 0;
  }
  for (const { outcome } of calls) {
    if (outcome.type === 'answered') counts.answered += 1;
    else if (outcome.type === 'failed') counts[outcome.effect === 'unknown' ? 'unknown' : 'refused'] += 1;
  }
  counts.texts = queries.filter(({ outcome }) => outcome.type === 'answered').length;
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
