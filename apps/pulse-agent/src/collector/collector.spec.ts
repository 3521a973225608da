import { describe, expect, it } from '@jest/globals';
import { hostFactsSchema, sampleSchema } from '@trunkline/pulse-server/schemas';
import { capturedReadings } from './captured-readings.js';
import { Collector } from './collector.js';
import { machineReadings, readHost } from './readings.js';
import { toHostFacts } from './to-host-facts.js';

const takenAt = new Date('2026-01-01T12:00:00Z');

describe('Collector', () => {
  it('makes a whole sample once it is warm', async () => {
    const collector = new Collector(capturedReadings);
    await collector.warmUp();
    const sample = await collector.takeSample(takenAt);
    expect(sample).toMatchObject({ takenAt, load: { oneMinute: 3.56, fiveMinutes: 1.22, fifteenMinutes: 0.59 } });
    expect([sample.disks.length, sample.networks.length, sample.processes.length]).toEqual([1, 1, 4]);
    expect(sampleSchema.parse(sample)).toEqual(sample);
  });

  it('does not wait for what is dear', async () => {
    const hanging = () => new Promise<never>(() => {});
    const collector = new Collector({ ...capturedReadings, disks: hanging, processes: hanging });
    const sample = await collector.takeSample(takenAt);
    expect(sample.cpu.totalPercent).toBe(98.9);
    expect(sample.disks).toEqual([]);
  });

  it('reads what is cheap for every sample and what is dear for every few', async () => {
    const readCounts = { cpu: 0, disks: 0, processes: 0 };
    const counted = <Value>(name: keyof typeof readCounts, read: () => Promise<Value>) => {
      return () => {
        readCounts[name]++;
        return read();
      };
    };
    const collector = new Collector(
      {
        ...capturedReadings,
        cpu: counted('cpu', capturedReadings.cpu),
        disks: counted('disks', capturedReadings.disks),
        processes: counted('processes', capturedReadings.processes),
      },
      { processesEveryTurns: 5, disksEveryTurns: 10 },
    );
    for (let turn = 0; turn < 20; turn++) await collector.takeSample(takenAt);
    expect(readCounts).toEqual({ cpu: 20, disks: 2, processes: 4 });
  });

  it('reads this very machine', async () => {
    const collector = new Collector(machineReadings);
    await collector.warmUp();
    const sample = sampleSchema.parse(await collector.takeSample(new Date()));
    expect(sample.cpu.perCorePercent.length).toBeGreaterThan(0);
    expect(sample.memory.usedBytes).toBeGreaterThan(0);
    expect(sample.memory.usedBytes).toBeLessThan(sample.memory.totalBytes);
    expect(sample.processes.length).toBeGreaterThan(0);
    const facts = hostFactsSchema.parse(toHostFacts('this', 'this machine', await readHost(new Date())));
    expect(facts.coreCount).toBe(sample.cpu.perCorePercent.length);
    expect(facts.bootedAt.getTime()).toBeLessThan(Date.now());
  }, 60_000);
});
