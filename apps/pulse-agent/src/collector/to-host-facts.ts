import type { HostFacts } from '@trunkline/pulse-server/schemas';
import type { HostReadings } from './readings.js';

export function toHostFacts(id: string, name: string, { system, cpu, uptimeSeconds, now }: HostReadings): HostFacts {
  return {
    id,
    name: name.slice(0, 128),
    platform: system.platform.slice(0, 64),
    distribution: `${system.distro} ${system.release}`.trim().slice(0, 128),
    kernel: system.kernel.slice(0, 128),
    architecture: system.arch.slice(0, 64),
    cpuModel: `${cpu.manufacturer} ${cpu.brand}`.trim().slice(0, 128),
    coreCount: Math.max(1, cpu.cores),
    bootedAt: new Date(now.getTime() - uptimeSeconds * 1_000),
  };
}
