import type { History, StoredSample } from '@trunkline/pulse-client';
import type { Moment } from '../charts/holes.js';

/** What the charts draw of one moment; small, because an hour of every host is kept. */
export interface Point extends Moment {
  readonly cpuPercent: number;
  /** Null in a point from history, which knows only the whole machine. */
  readonly corePercents: readonly number[] | null;
  readonly memoryPercent: number;
  readonly receivedBytesPerSecond: number;
  readonly sentBytesPerSecond: number;
  readonly loadOneMinute: number;
  readonly loadFiveMinutes: number | null;
  readonly loadFifteenMinutes: number | null;
}

export function pointFromSample(sample: StoredSample): Point {
  const { cpu, memory, load } = sample;
  return {
    time: sample.takenAt.getTime(),
    bucketMs: 0,
    cpuPercent: cpu.totalPercent,
    corePercents: cpu.perCorePercent,
    memoryPercent: memory.totalBytes > 0 ? (memory.usedBytes / memory.totalBytes) * 100 : 0,
    receivedBytesPerSecond: sum(sample.networks.map((network) => network.receivedBytesPerSecond)),
    sentBytesPerSecond: sum(sample.networks.map((network) => network.sentBytesPerSecond)),
    loadOneMinute: load.oneMinute,
    loadFiveMinutes: load.fiveMinutes,
    loadFifteenMinutes: load.fifteenMinutes,
  };
}

/** One point in the middle of each bucket that holds samples. */
export function pointsFromHistory(history: History, coreCount: number): Point[] {
  const firstTime = history.from.getTime() + history.bucketMs / 2;
  return history.buckets.flatMap((bucket, index) => {
    if (bucket === null) return [];
    return {
      time: firstTime + index * history.bucketMs,
      bucketMs: history.bucketMs,
      cpuPercent: bucket.cpuPercent,
      corePercents: null,
      memoryPercent: bucket.memoryPercent,
      receivedBytesPerSecond: bucket.receivedBytesPerSecond,
      sentBytesPerSecond: bucket.sentBytesPerSecond,
      loadOneMinute: bucket.loadPerCore * coreCount,
      loadFiveMinutes: null,
      loadFifteenMinutes: null,
    };
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
