/** A stretch of time without samples, in epoch milliseconds. */
export interface Hole {
  readonly from: number;
  readonly to: number;
}

/** The stretch of time that a chart shows, in epoch milliseconds. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** A moment that was measured. */
export interface Moment {
  readonly time: number;
  /** The width of the bucket that it stands for, in milliseconds; 0 for a sample of its own. */
  readonly bucketMs: number;
}

/** What to draw: `momentIndices[i]` is the moment at `times[i]`, or null where the line must break. */
export interface DrawnTimes {
  readonly times: readonly number[];
  readonly momentIndices: readonly (number | null)[];
}

/** Puts one empty point into each hole between moments, so that no line is drawn across it. `moments` must ascend. */
export function drawnTimes(moments: readonly Moment[], reachMs: number): DrawnTimes {
  const times: number[] = [];
  const momentIndices: (number | null)[] = [];
  let previous: Moment | undefined;
  moments.forEach((moment, index) => {
    if (previous && isHole(previous, moment, reachMs)) {
      times.push((previous.time + moment.time) / 2);
      momentIndices.push(null);
    }
    times.push(moment.time);
    momentIndices.push(index);
    previous = moment;
  });
  return { times, momentIndices };
}

/** The holes within `range`, those before the first and after the last moment too. `moments` must ascend. */
export function findHoles(moments: readonly Moment[], range: TimeRange, reachMs: number): Hole[] {
  const holes: Hole[] = [];
  let previous: Moment = { time: range.from, bucketMs: 0 };
  for (const moment of [...moments, { time: range.to, bucketMs: 0 }]) {
    const from = Math.max(previous.time, range.from);
    const to = Math.min(moment.time, range.to);
    if (to > from && isHole(previous, moment, reachMs)) holes.push({ from, to });
    previous = moment;
  }
  return holes;
}

/** How far a sample reaches: two and a half times the usual step of the newest ones, at least that of a step of 1 s. */
export function reachOf(moments: readonly Moment[]): number {
  const newest = moments.filter((moment) => moment.bucketMs === 0).slice(-60);
  const steps: number[] = [];
  let previous: Moment | undefined;
  for (const moment of newest) {
    if (previous) steps.push(moment.time - previous.time);
    previous = moment;
  }
  steps.sort((a, b) => a - b);
  const usualStepMs = steps[Math.floor(steps.length / 2)] ?? 0;
  return Math.max(usualStepMs, 1000) * 2.5;
}

function isHole(previous: Moment, next: Moment, reachMs: number): boolean {
  // Neighbouring buckets lie one width apart; with one empty bucket between them it is two.
  const bucketReachMs = Math.max(previous.bucketMs, next.bucketMs) * 1.5;
  return next.time - previous.time > Math.max(reachMs, bucketReachMs);
}
