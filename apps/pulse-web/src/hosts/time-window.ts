/** How much of the past the charts show. */
export interface TimeWindow {
  readonly label: string;
  readonly lengthMs: number;
  /** How many buckets of history are asked for. */
  readonly maxPoints: number;
}

export const shortestWindow: TimeWindow = { label: '5 min', lengthMs: 5 * 60_000, maxPoints: 300 };

export const timeWindows: readonly TimeWindow[] = [
  shortestWindow,
  { label: '15 min', lengthMs: 15 * 60_000, maxPoints: 450 },
  { label: '1 h', lengthMs: 60 * 60_000, maxPoints: 720 },
];
