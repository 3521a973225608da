import type { Disk, Network, Process, Sample } from '@trunkline/pulse-server/schemas';
import type { CpuReading, DiskReading, MemoryReading, NetworkReading, ProcessReading } from './readings.js';

const maximumProcessCount = 10;
const maximumDiskCount = 64;
const maximumNetworkCount = 64;

export function toCpu(load: CpuReading): Sample['cpu'] {
  return {
    totalPercent: toPercent(load.currentLoad),
    perCorePercent: load.cpus.map((core) => toPercent(core.load)),
  };
}

/** "Used" leaves out what the system would give back at once, such as the cache of files. */
export function toMemory(memory: MemoryReading): Sample['memory'] {
  return {
    totalBytes: toAmount(memory.total),
    usedBytes: toAmount(memory.total - memory.available),
    swapTotalBytes: toAmount(memory.swaptotal),
    swapUsedBytes: toAmount(memory.swapused),
  };
}

/** Disks that can fill up: read-only images always look full, and the same device may be mounted many times. */
export function toDisks(fileSystems: readonly DiskReading[]): Disk[] {
  const byDevice = new Map<string, Disk>();
  for (const { fs, mount, type, size, used, available, rw } of fileSystems) {
    if (rw === false || size <= 0 || byDevice.has(fs)) continue;
    byDevice.set(fs, {
      mount: toShortText(mount),
      fileSystem: toShortText(type),
      totalBytes: toAmount(size),
      usedBytes: toAmount(used),
      availableBytes: toAmount(available),
    });
  }
  return [...byDevice.values()].slice(0, maximumDiskCount);
}

/** Without the loopback, which carries what never leaves the machine. */
export function toNetworks(interfaces: readonly NetworkReading[]): Network[] {
  return interfaces
    .filter(({ iface }) => iface !== '' && !/^lo\d*$|loopback/i.test(iface))
    .slice(0, maximumNetworkCount)
    .map(({ iface, rx_sec, tx_sec }) => ({
      name: toShortText(iface),
      receivedBytesPerSecond: toAmount(rx_sec),
      sentBytesPerSecond: toAmount(tx_sec),
    }));
}

/** The busiest, those with equal load by memory. */
export function toProcesses({ list }: { readonly list: readonly ProcessReading[] }): Process[] {
  return list
    .toSorted((a, b) => b.cpu - a.cpu || b.memRss - a.memRss)
    .slice(0, maximumProcessCount)
    .map(({ pid, name, user, cpu, memRss }) => ({
      pid,
      name: toShortText(name),
      user: toShortText(user),
      cpuPercent: toPercent(cpu),
      memoryBytes: toAmount(memRss * 1024),
    }));
}

export function toLoad([oneMinute = 0, fiveMinutes = 0, fifteenMinutes = 0]: readonly number[]): Sample['load'] {
  return { oneMinute, fiveMinutes, fifteenMinutes };
}

// Rates are null at the first reading, counters may run backwards, and shares may exceed the whole by a rounding error.
function toAmount(value: number | null): number {
  return value !== null && Number.isFinite(value)
    ? Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, Math.round(value)))
    : 0;
}

function toPercent(value: number): number {
  return Number.isFinite(value) ? Math.round(Math.min(100, Math.max(0, value)) * 10) / 10 : 0;
}

function toShortText(text: string): string {
  return text.slice(0, 256);
}
