import type { HostFacts, Sample } from './schemas/index.js';

/** A plausible host, for specs. */
export function makeHost(changes: Partial<HostFacts> = {}): HostFacts {
  return {
    id: 'host-1',
    name: 'alpha',
    platform: 'linux',
    distribution: 'Debian GNU/Linux 12',
    kernel: '6.1.0',
    architecture: 'x64',
    cpuModel: 'AMD EPYC',
    coreCount: 2,
    bootedAt: new Date('2025-12-31T00:00:00Z'),
    ...changes,
  };
}

/** A plausible sample, for specs: a calm machine with 4 GB of memory, a quarter of it used. */
export function makeSample(takenAt: Date, changes: Partial<Sample> = {}): Sample {
  return {
    takenAt,
    cpu: { totalPercent: 12.5, perCorePercent: [10, 15] },
    memory: { totalBytes: 4e9, usedBytes: 1e9, swapTotalBytes: 0, swapUsedBytes: 0 },
    disks: [{ mount: '/', fileSystem: 'ext4', totalBytes: 100e9, usedBytes: 40e9, availableBytes: 40e9 }],
    networks: [
      { name: 'eth0', receivedBytesPerSecond: 1_000, sentBytesPerSecond: 200 },
      { name: 'eth1', receivedBytesPerSecond: 500, sentBytesPerSecond: 0 },
    ],
    load: { oneMinute: 1, fiveMinutes: 0.5, fifteenMinutes: 0.25 },
    processes: [{ pid: 42, name: 'node', user: 'pulse', cpuPercent: 8, memoryBytes: 60e6 }],
    ...changes,
  };
}

/** A sample with that much processor load. */
export function makeBusySample(takenAt: Date, totalPercent: number): Sample {
  return makeSample(takenAt, { cpu: { totalPercent, perCorePercent: [totalPercent] } });
}
