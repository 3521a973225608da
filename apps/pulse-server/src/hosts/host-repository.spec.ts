import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTemporaryDatabase, type TemporaryDatabase } from '../database/temporary-database.js';
import { makeBusySample, makeHost, makeSample } from '../make-report.js';
import { HostRepository } from './host-repository.js';
import { SampleRepository } from './sample-repository.js';

const noon = new Date('2026-01-01T12:00:00Z');
const later = new Date('2026-01-01T12:00:01Z');

describe('HostRepository', () => {
  let temporary: TemporaryDatabase;
  let hosts: HostRepository;
  let samples: SampleRepository;

  beforeEach(() => {
    temporary = openTemporaryDatabase();
    hosts = new HostRepository(temporary.database);
    samples = new SampleRepository(temporary.database);
  });
  afterEach(() => temporary.remove());

  it('gives back what a host said, and when it was heard first and last', () => {
    hosts.save(makeHost(), noon);
    hosts.save(makeHost({ kernel: '6.2.0' }), later);
    expect(hosts.list()).toEqual([
      { ...makeHost({ kernel: '6.2.0' }), firstSeenAt: noon, lastSeenAt: later, latest: null },
    ]);
  });

  it('lists hosts by name', () => {
    hosts.save(makeHost({ id: 'one', name: 'zeta' }), noon);
    hosts.save(makeHost({ id: 'two', name: 'beta' }), noon);
    expect(hosts.list().map(({ name }) => name)).toEqual(['beta', 'zeta']);
    expect(hosts.count()).toBe(2);
    expect([hosts.has('one'), hosts.has('three')]).toEqual([true, false]);
  });

  it('says who was heard when', () => {
    hosts.save(makeHost(), noon);
    hosts.save(makeHost({ id: 'host-2', name: 'beta' }), later);
    expect(hosts.listHeard()).toEqual([
      { id: 'host-1', name: 'alpha', lastSeenAt: noon },
      { id: 'host-2', name: 'beta', lastSeenAt: later },
    ]);
  });

  it('shows the metrics of the sample that was taken last, not of the one that came last', () => {
    hosts.save(makeHost(), noon);
    samples.add('host-1', makeBusySample(later, 80));
    samples.add('host-1', makeBusySample(noon, 10));
    expect(hosts.list()[0]?.latest).toMatchObject({ cpuPercent: 80, memoryPercent: 25 });
  });

  it('forgets a host that has long been gone, with its samples', () => {
    hosts.save(makeHost(), noon);
    hosts.save(makeHost({ id: 'host-2' }), later);
    samples.add('host-1', makeSample(noon));
    expect(hosts.removeUnseenSince(later)).toBe(1);
    expect(hosts.list().map(({ id }) => id)).toEqual(['host-2']);
    expect(samples.newestId('host-1')).toBe(0);
  });
});
