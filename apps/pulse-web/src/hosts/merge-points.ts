import type { Moment } from '../charts/holes.js';

/**
 * Puts `incoming` among `existing` by time, a later arrival in place of an earlier one of the same time, and keeps the
 * newest `maxCount`. `existing` must ascend; `incoming` may come in any order, as an agent's kept samples do.
 */
export function mergePoints<P extends Moment>(existing: readonly P[], incoming: readonly P[], maxCount: number): P[] {
  const lastTime = existing.at(-1)?.time ?? Number.NEGATIVE_INFINITY;
  const isPlainAppend = incoming.every((point, index) => point.time > (incoming[index - 1]?.time ?? lastTime));
  const merged = isPlainAppend ? [...existing, ...incoming] : mergedByTime(existing, incoming);
  return merged.length > maxCount ? merged.slice(-maxCount) : merged;
}

/** History up to the first live point, then the live ones: these are finer, and hold what history holds of their time. */
export function joinHistory<P extends Moment>(history: readonly P[], live: readonly P[]): P[] {
  const firstLive = live[0];
  if (!firstLive) return [...history];
  return [...history.filter((point) => point.time < firstLive.time), ...live];
}

/** The points within the range's length, and one more on the left so that the line reaches the edge. */
export function pointsSince<P extends Moment>(points: readonly P[], from: number): readonly P[] {
  const first = points.findIndex((point) => point.time >= from);
  if (first === -1) return points.slice(-1);
  return first > 0 ? points.slice(first - 1) : points;
}

function mergedByTime<P extends Moment>(existing: readonly P[], incoming: readonly P[]): P[] {
  const byTime = new Map<number, P>();
  for (const point of existing) byTime.set(point.time, point);
  for (const point of incoming) byTime.set(point.time, point);
  return [...byTime.values()].toSorted((a, b) => a.time - b.time);
}
