import { loadavg, networkInterfaces } from 'node:os';
import si from 'systeminformation';

/** What this machine says, in the shapes of systeminformation and Node. A port, so that specs can hand in captured values. */
export type Readings = {
  readonly cpu: () => Promise<si.Systeminformation.CurrentLoadData>;
  readonly memory: () => Promise<si.Systeminformation.MemData>;
  readonly networks: () => Promise<si.Systeminformation.NetworkStatsData[]>;
  readonly disks: () => Promise<si.Systeminformation.FsSizeData[]>;
  readonly processes: () => Promise<si.Systeminformation.ProcessesData>;
  readonly loadAverages: () => number[];
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
  readonly system: si.Systeminformation.OsData;
  readonly cpu: si.Systeminformation.CpuData;
  readonly uptimeSeconds: number;
  readonly now: Date;
};

export async function readHost(now: Date): Promise<HostReadings> {
  const [system, cpu] = await Promise.all([si.osInfo(), si.cpu()]);
  return { system, cpu, uptimeSeconds: si.time().uptime, now };
}
