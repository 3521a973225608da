import type { HostReadings, Readings } from './readings.js';

/** Values as systeminformation 5.33 gave them on a Debian 12 machine with two busy cores; for specs. */
export const capturedReadings = {
  cpu: async () => ({
    currentLoad: 98.8795518207283,
    cpus: [{ load: 98.31460674157303 }, { load: 99.4413407821229 }],
  }),
  memory: async () => ({ total: 25_276_502_016, available: 24_006_832_128, swaptotal: 0, swapused: 0 }),
  networks: async () => [
    { iface: 'eth0', rx_sec: 1182.6923076923076, tx_sec: 640.2 },
    { iface: 'lo', rx_sec: null, tx_sec: null },
  ],
  disks: async () => [
    {
      fs: '/dev/vda',
      type: 'ext4',
      size: 270_553_174_016,
      used: 25_646_108_672,
      available: 83_298_185_216,
      mount: '/',
      rw: true,
    },
  ],
  processes: async () => ({
    list: [
      { pid: 1, name: 'systemd', user: 'root', cpu: 0.36231884057971014, memRss: 19_464 },
      { pid: 24_351, name: 'node', user: 'root', cpu: 43.11594202898551, memRss: 346_464 },
      { pid: 2, name: 'kthreadd', user: 'root', cpu: 0, memRss: 0 },
      { pid: 11_311, name: 'node', user: 'root', cpu: 11.956521739130435, memRss: 113_836 },
    ],
  }),
  loadAverages: () => [3.56, 1.22, 0.59],
} satisfies Readings;

export const capturedHost: HostReadings = {
  system: { platform: 'linux', distro: 'Debian GNU/Linux', release: '12', kernel: '6.18.44', arch: 'x64' },
  cpu: { manufacturer: 'AMD', brand: 'EPYC', cores: 2 },
  uptimeSeconds: 1776.35,
  now: new Date('2026-01-01T12:00:00Z'),
};
