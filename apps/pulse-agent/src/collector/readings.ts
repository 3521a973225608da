import { loadavg, networkInterfaces } from 'node:os';
import si, { type Systeminformation } from 'systeminformation';

export type CpuReading = Pick<Systeminformation.CurrentLoadData, 'currentLoad'> & {
  readonly cpus: readonly Pick<Systeminformation.CurrentLoadCpuData, 'load'>[];
};
export type MemoryReading = Pick<Systeminformation.MemData, 'total' | 'available' | 'swaptotal' | 'swapused'>;
export type DiskReading = Pick<
  Systeminformation.FsSizeData,
  'fs' | 'mount' | 'type' | 'size' | 'used' | 'available'
> & {
  /** False for read-only mounts; null where the platform does not say. */
  readonly rw: boolean | null;
};
export type NetworkReading = Pick<Systeminformation.NetworkStatsData, 'iface'> & {
  /** Null at the first reading, which has nothing to compare with. */
  readonly rx_sec: number | null;
  readonly tx_sec: number | null;
};
export type ProcessReading = Pick<Systeminformation.ProcessesProcessData, 'pid' | 'name' | 'user' | 'cpu' | 'memRss'>;

/** What this machine says, in the shapes of systeminformation and Node. A port, so that specs can hand in captured values. */
export type Readings = {
  readonly cpu: () => Promise<CpuReading>;
  readonly memory: () => Promise<MemoryReading>;
  readonly networks: () => Promise<readonly NetworkReading[]>;
  readonly disks: () => Promise<readonly DiskReading[]>;
  readonly processes: () => Promise<{ readonly list: readonly ProcessReading[] }>;
  readonly loadAverages: () => readonly number[];
};

export const machineReadings: Readings = {
  cpu: () => si.currentLoad(),
  memory: () => si.mem(),
  networks: () => si.networkStats(externalInterfaces()),
  disks: () => si.fsSize(),
  processes: () => si.processes(),
  loadAverages: loadavg,
};

// Naming the interfaces saves systeminformation the programs that it starts to find them, every second anew.
function externalInterfaces(): string {
  return Object.entries(networkInterfaces())
    .filter(([, addresses]) => addresses?.some((address) => !address.internal))
    .map(([name]) => name)
    .join(',');
}

export type HostReadings = {
  readonly system: Pick<Systeminformation.OsData, 'platform' | 'distro' | 'release' | 'kernel' | 'arch'>;
  readonly cpu: Pick<Systeminformation.CpuData, 'manufacturer' | 'brand' | 'cores'>;
  readonly uptimeSeconds: number;
  readonly now: Date;
};

export async function readHost(now: Date): Promise<HostReadings> {
  const [system, cpu] = await Promise.all([si.osInfo(), si.cpu()]);
  return { system, cpu, uptimeSeconds: si.time().uptime, now };
}
