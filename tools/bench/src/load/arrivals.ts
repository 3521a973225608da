import { numberAt, paceMs } from '../workload/numbers.js';

/** A numbered event as its reader saw it. Times are milliseconds since the epoch. */
export interface Arrival {
  readonly number: number;
  readonly atMs: number;
}

/** When connections were lost, and up to when events must have come. */
export interface Interruption {
  readonly cutAtMs: number;
  readonly dueAtMs: number;
}

/** What an interruption did to one reader. */
export interface ArrivalsJudgement {
  /** From the cut to the first event that was published after it; undefined if none came. */
  readonly backMs: number | undefined;
  /** From the cut to when nothing was missing any more; undefined while something is. */
  readonly completeMs: number | undefined;
  readonly lostCount: number;
  readonly doubledCount: number;
}

/** A reader is up to date who has what was published so long ago: the pace, and as much for the way. */
const staleMs = 2 * paceMs;

/** Whether the last thing that came is as new as can be, and newer than the cut. */
export function isUpToDate(arrivals: readonly Arrival[], { cutAtMs }: Interruption, nowMs: number): boolean {
  const last = arrivals.at(-1);
  return last !== undefined && last.number > numberAt(cutAtMs) && last.number >= numberAt(nowMs - staleMs);
}

/** Judges what came around an interruption: from the first event that was ever read, everything is due. */
export function judgeArrivals(arrivals: readonly Arrival[], { cutAtMs, dueAtMs }: Interruption): ArrivalsJudgement {
  const [first] = arrivals;
  if (first === undefined) return { backMs: undefined, completeMs: undefined, lostCount: 0, doubledCount: 0 };
  const seen = new Set<number>();
  let [highest, backMs, completeMs]: [number, number | undefined, number | undefined] = [
    first.number,
    undefined,
    undefined,
  ];
  for (const { number, atMs } of arrivals) {
    seen.add(number);
    highest = Math.max(highest, number);
    if (highest <= numberAt(cutAtMs)) continue;
    backMs ??= atMs - cutAtMs;
    const isWhole = seen.size === highest - first.number + 1;
    if (isWhole && highest >= numberAt(atMs - staleMs)) completeMs ??= atMs - cutAtMs;
  }
  return {
    backMs,
    completeMs,
    lostCount: countMissing(seen, first.number, numberAt(dueAtMs)),
    doubledCount: arrivals.length - seen.size,
  };
}

function countMissing(seen: ReadonlySet<number>, from: number, to: number): number {
  let count = 0;
  for (let number = from; number <= to; number += 1) count += seen.has(number) ? 0 : 1;
  return count;
}
