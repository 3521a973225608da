import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTemporaryDatabase, type TemporaryDatabase } from '../database/temporary-database.js';
import { makeBusySample, makeHost, makeSample } from '../make-report.js';
import { planBuckets } from './history-buckets.js';
import { HostRepository } from './host-repository.js';
import { SampleRepository } from './sample-repository.js';

const noonMs = Date.UTC(2026, 0, 1, 12);
const at = (second: number) => new Date(noonMs + second * 1_000);

describe('SampleRepository', () => {
  let temporary: TemporaryDatabase;
  let samples: SampleRepository;

  beforeEach(() => {
    temporary = openTemporaryDatabase();
    samples = new SampleRepository(temporary.database);
    const hosts = new HostRepository(temporary.database);
    hosts.save(makeHost(), at(0));
    hosts.save(makeHost({ id: 'host-2' }), at(0));
  });
  afterEach(() => temporary.remove());

  it('gives back a sample exactly as it was stored', () => {
    const sample = makeSample(at(0));
    samples.add('host-1', sample);
    expect(samples.after('host-1', 0, 10)).toEqual([{ id: 1, ...sample }]);
  });

  it('stores one moment of one host once', () => {
    expect(samples.add('host-1', makeSample(at(0)))).toBe(true);
    expect(samples.add('host-1', makeSample(at(0)))).toBe(false);
    expect(samples.add('host-2', makeSample(at(0)))).toBe(true);
    expect(samples.after('host-1', 0, 10)).toHaveLength(1);
  });

  it('reads a host on from a position, page by page', () => {
    for (let second = 0; second < 6; second++)
      samples.add(second % 2 === 0 ? 'host-1' : 'host-2', makeSample(at(second)));
    expect(samples.after('host-1', 0, 2).map(({ takenAt }) => takenAt)).toEqual([at(0), at(2)]);
    const second = samples.after('host-1', 0, 2).at(-1)?.id ?? 0;
    expect(samples.after('host-1', second, 2).map(({ takenAt }) => takenAt)).toEqual([at(4)]);
  });

  it('knows the newest position, of all samples and of those before a moment', () => {
    expect(samples.newestId('host-1')).toBe(0);
    for (const second of [0, 1, 2]) samples.add('host-1', makeSample(at(second)));
    expect(samples.newestId('host-1')).toBe(3);
    expect(samples.newestIdBefore('host-1', at(2))).toBe(2);
    expect(samples.newestIdBefore('host-1', at(-1))).toBe(0);
  });

  it('sums up a window in buckets, with null for a hole', () => {
    for (const [second, percent] of [
      [0, 10],
      [1, 30],
      [6, 50],
    ] as const) {
      samples.add('host-1', makeBusySample(at(second), percent));
    }
    samples.add('host-1', makeBusySample(at(8), 99));
    const buckets = samples.buckets('host-1', planBuckets(noonMs, noonMs + 8_000, 100), at(8));
    expect(buckets).toEqual([
      expect.objectContaining({ cpuPercent: 20, cpuMaxPercent: 30, sampleCount: 2, memoryPercent: 25 }),
      null,
      null,
      expect.objectContaining({ cpuPercent: 50, cpuMaxPercent: 50, sampleCount: 1 }),
    ]);
  });

  it('removes what is too old, and never gives an id out again', () => {
    for (const second of [0, 1, 2]) samples.add('host-1', makeSample(at(second)));
    expect(samples.removeOlderThan(at(10))).toBe(3);
    samples.add('host-1', makeSample(at(11)));
    expect(samples.newestId('host-1')).toBe(4);
  });

  it('keeps the newest of a host that reports too much, and leaves the others alone', () => {
    for (let second = 0; second < 5; second++) samples.add('host-1', makeSample(at(second)));
    samples.add('host-2', makeSample(at(0)));
    expect(samples.removeBeyond('host-1', 2)).toBe(3);
    expect(samples.removeBeyond('host-1', 2)).toBe(0);
    expect(samples.after('host-1', 0, 10).map(({ takenAt }) => takenAt)).toEqual([at(3), at(4)]);
    expect(samples.after('host-2', 0, 10)).toHaveLength(1);
  });
});
