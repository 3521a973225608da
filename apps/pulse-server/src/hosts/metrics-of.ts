import type { Disk, Metrics, Sample } from '../schemas/index.js';

/** Boils a sample down to the numbers that charts draw and rules judge. */
export function metricsOf(sample: Sample): Metrics {
  const { memory, disks, networks, load } = sample;
  return {
    cpuPercent: sample.cpu.totalPercent,
    memoryPercent: percentOf(memory.usedBytes, memory.totalBytes),
    swapPercent: percentOf(memory.swapUsedBytes, memory.swapTotalBytes),
    diskPercent: Math.max(0, ...disks.map(diskPercentOf)),
    loadPerCore: load.oneMinute / Math.max(1, sample.cpu.perCorePercent.length),
    receivedBytesPerSecond: networks.reduce((sum, network) => sum + network.receivedBytesPerSecond, 0),
    sentBytesPerSecond: networks.reduce((sum, network) => sum + network.sentBytesPerSecond, 0),
  };
}

function diskPercentOf({ usedBytes, availableBytes }: Disk): number {
  return percentOf(usedBytes, usedBytes + availableBytes);
}

function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(100, (part / whole) * 100);
}
