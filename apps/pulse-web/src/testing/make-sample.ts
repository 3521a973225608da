import type { StoredSample } from '@trunkline/pulse-client';

/** A sample as the server sends it, for specs. `takenAtMs` is in epoch milliseconds. */
export function makeSample(takenAtMs: number, changed: Partial<StoredSample> = {}): StoredSample {
  return {
    id: takenAtMs,
    takenAt: new Date(takenAtMs),
    cpu: { totalPercent: 40, perCorePercent: [30, 50] },
    memory: { totalBytes: 1000, usedBytes: 250, swapTotalBytes: 0, swapUsedBytes: 0 },
    disks: [],
    networks: [
      { name: 'eth0', receivedBytesPerSecond: 10, sentBytesPerSecond: 1 },
      { name: 'eth1', receivedBytesPerSecond: 5, sentBytesPerSecond: 2 },
    ],
    load: { oneMinute: 1, fiveMinutes: 2, fifteenMinutes: 3 },
    processes: [],
    ...changed,
  };
}
