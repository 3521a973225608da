import { describe, expect, it } from '@jest/globals';
import { sampleSchema } from '@trunkline/pulse-server/schemas';
import * as fc from 'fast-check';
import { capturedReadings } from './captured-readings.js';
import { toCpu, toDisks, toLoad, toMemory, toNetworks, toProcesses } from './to-sample.js';

describe('toCpu', () => {
  it('says how busy the machine and each core are, to a tenth of a percent', async () => {
    expect(toCpu(await capturedReadings.cpu())).toEqual({ totalPercent: 98.9, perCorePercent: [98.3, 99.4] });
  });
});

describe('toMemory', () => {
  it('counts as used what is not available', async () => {
    expect(toMemory(await capturedReadings.memory())).toEqual({
      totalBytes: 25_276_502_016,
      usedBytes: 1_269_669_888,
      swapTotalBytes: 0,
      swapUsedBytes: 0,
    });
  });
});

describe('toDisks', () => {
  it('says what is used and what may still be written', async () => {
    expect(toDisks(await capturedReadings.disks())).toEqual([
      {
        mount: '/',
        fileSystem: 'ext4',
        totalBytes: 270_553_174_016,
        usedBytes: 25_646_108_672,
        availableBytes: 83_298_185_216,
      },
    ]);
  });

  it('leaves out read-only images, empty file systems, and second mounts of one device', async () => {
    const [disk] = await capturedReadings.disks();
    if (!disk) throw new Error('The captured values hold a disk.');
    const image = { ...disk, fs: '/dev/loop0', mount: '/snap/core', rw: false };
    const empty = { ...disk, fs: 'none', mount: '/proc', size: 0 };
    const again = { ...disk, mount: '/mnt/again' };
    expect(toDisks([image, empty, disk, again]).map(({ mount }) => mount)).toEqual(['/']);
  });
});

describe('toNetworks', () => {
  it('gives whole bytes per second, without the loopback', async () => {
    expect(toNetworks(await capturedReadings.networks())).toEqual([
      { name: 'eth0', receivedBytesPerSecond: 1_183, sentBytesPerSecond: 640 },
    ]);
  });

  it('says zero where there is nothing to compare with yet', () => {
    expect(toNetworks([{ iface: 'eth0', rx_sec: null, tx_sec: -1 }])).toEqual([
      { name: 'eth0', receivedBytesPerSecond: 0, sentBytesPerSecond: 0 },
    ]);
  });
});

describe('toProcesses', () => {
  it('puts the busiest first, in bytes, without their arguments', async () => {
    const processes = toProcesses(await capturedReadings.processes());
    expect(processes.map(({ pid }) => pid)).toEqual([24_351, 11_311, 1, 2]);
    expect(processes[0]).toEqual({
      pid: 24_351,
      name: 'node',
      user: 'root',
      cpuPercent: 43.1,
      memoryBytes: 354_779_136,
    });
  });

  it('gives the ten busiest', () => {
    const list = Array.from({ length: 50 }, (_, pid) => ({ pid, name: 'p', user: 'u', cpu: pid, memRss: 1 }));
    expect(toProcesses({ list }).map(({ pid }) => pid)).toEqual([49, 48, 47, 46, 45, 44, 43, 42, 41, 40]);
  });
});

describe('a sample made of readings', () => {
  it('is one that the server accepts, whatever the machine says', () => {
    const number = fc.oneof(fc.double(), fc.constant(null), fc.integer());
    const orZero = (value: number | null) => value ?? Number.NaN;
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 12, maxLength: 12 }),
        fc.string({ maxLength: 600 }),
        (numbers, text) => {
          const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = numbers.map(orZero);
          const sample = {
            takenAt: new Date(),
            cpu: toCpu({ currentLoad: a, cpus: [{ load: b }, { load: c }] }),
            memory: toMemory({ total: d, available: e, swaptotal: f, swapused: g }),
            disks: toDisks([{ fs: text, mount: text, type: text, size: a, used: b, available: c, rw: null }]),
            networks: toNetworks([{ iface: text, rx_sec: numbers[8] ?? null, tx_sec: numbers[9] ?? null }]),
            load: toLoad([]),
            processes: toProcesses({ list: [{ pid: 1, name: text, user: text, cpu: h, memRss: d }] }),
          };
          expect(sampleSchema.safeParse(sample).error).toBeUndefined();
        },
      ),
    );
  });
});
