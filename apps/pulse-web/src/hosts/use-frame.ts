import type { Host } from '@trunkline/pulse-client';
import { useMemo } from 'react';
import { type DrawnTimes, drawnTimes, findHoles, type Hole, reachOf, type TimeRange } from '../charts/holes.js';
import { useNow } from '../connection/use-now.js';
import { joinHistory, pointsSince } from './merge-points.js';
import { useLiveFeed } from './page-feeds.js';
import { type Point, pointsFromHistory } from './point.js';
import type { TimeWindow } from './time-window.js';
import { useHistory } from './use-history.js';

/** What all charts of a host share: the same points over the same stretch of time, with the same holes. */
export interface Frame {
  readonly points: readonly Point[];
  readonly drawn: DrawnTimes;
  readonly range: TimeRange;
  readonly holes: readonly Hole[];
  /** The longest step between two samples that is no hole. */
  readonly reachMs: number;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly reload: () => void;
}

export function useFrame(host: Host, window: TimeWindow): Frame {
  const feed = useLiveFeed(host.id);
  const history = useHistory(host.id, window);
  const now = useNow();
  const past = useMemo(
    () => (history.data ? pointsFromHistory(history.data, host.coreCount) : []),
    [history.data, host.coreCount],
  );
  const shown = useMemo(() => {
    const joined = joinHistory(past, feed.points);
    // The charts follow the host's clock, so a device whose clock is off still sees now at the right edge.
    const to = Math.max(now + feed.clockAheadMs, joined.at(-1)?.time ?? 0);
    const range = { from: to - window.lengthMs, to };
    const points = pointsSince(joined, range.from);
    const reachMs = reachOf(feed.points);
    return { points, drawn: drawnTimes(points, reachMs), range, holes: findHoles(points, range, reachMs), reachMs };
  }, [past, feed, now, window.lengthMs]);
  return {
    ...shown,
    isLoading: history.isPending && feed.points.length === 0,
    error: feed.points.length === 0 ? history.error : null,
    reload: () => void history.refetch(),
  };
}
