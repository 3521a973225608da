import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AlertRepository } from '../alerts/alert-repository.js';
import { AlertWatch } from '../alerts/alert-watch.js';
import { RuleRepository } from '../alerts/rule-repository.js';
import { FakeClock } from '../fake-clock.js';
import { HostRepository } from '../hosts/host-repository.js';
import { metricsOf } from '../hosts/metrics-of.js';
import { SampleRepository } from '../hosts/sample-repository.js';
import { defaultLimits } from '../limits.js';
import { ChangeHub } from '../live/change-hub.js';
import { makeBusySample, makeHost } from '../make-report.js';
import { prune } from './pruner.js';
import { openTemporaryDatabase, type TemporaryDatabase } from './temporary-database.js';

describe('prune', () => {
  const limits = { ...defaultLimits, sampleRetentionMs: 60_000, samplesPerHostCount: 3, hostRetentionMs: 600_000 };
  let temporary: TemporaryDatabase;
  let clock: FakeClock;
  let parts: Parameters<typeof prune>[0];

  beforeEach(() => {
    temporary = openTemporaryDatabase();
    clock = new FakeClock();
    const { database } = temporary;
    const alerts = new AlertRepository(database);
    const rules = new RuleRepository(database);
    const condition = { metric: 'cpuPercent', comparison: 'above', threshold: 90, forSeconds: 0 } as const;
    rules.add({ name: 'Busy', hostId: null, isEnabled: true, ...condition });
    const watch = new AlertWatch({ alerts, rules, changes: new ChangeHub() });
    parts = {
      hosts: new HostRepository(database),
      samples: new SampleRepository(database),
      alerts,
      watch,
      clock,
      limits,
    };
  });
  afterEach(() => temporary.remove());

  function report(percent = 10): void {
    const sample = makeBusySample(clock.now(), percent);
    parts.hosts.save(makeHost(), clock.now());
    parts.samples.add('host-1', sample);
    parts.watch.observeSample(makeHost(), metricsOf(sample), clock.now(), clock.now());
  }

  it('removes samples that are too old or too many', () => {
    for (let count = 0; count < 5; count++) {
      report();
      clock.advance(1_000);
    }
    prune(parts);
    expect(parts.samples.after('host-1', 0, 10).map(({ id }) => id)).toEqual([3, 4, 5]);
    clock.advance(58_000);
    prune(parts);
    expect(parts.samples.after('host-1', 0, 10).map(({ id }) => id)).toEqual([4, 5]);
  });

  it('forgets a host that has been gone too long, and resolves its alerts', () => {
    report(95);
    clock.advance(600_000);
    prune(parts);
    expect(parts.hosts.count()).toBe(1);
    expect(parts.alerts.listOpen()).toHaveLength(1);
    clock.advance(1);
    prune(parts);
    expect(parts.hosts.count()).toBe(0);
    expect(parts.alerts.listOpen()).toEqual([]);
  });

  it('removes alerts that were resolved long ago', () => {
    report(95);
    clock.advance(1_000);
    report(5);
    prune(parts);
    expect(parts.alerts.find(1)).not.toBeNull();
    clock.advance(limits.alertRetentionMs + 1);
    prune(parts);
    expect(parts.alerts.find(1)).toBeNull();
  });

  it('forgets the keys of acknowledgements after their time', () => {
    report(95);
    parts.alerts.addKey('key', 1, clock.now());
    clock.advance(limits.keyRetentionMs);
    prune(parts);
    expect(parts.alerts.findByKey('key')).toMatchObject({ id: 1 });
    clock.advance(1);
    prune(parts);
    expect(parts.alerts.findByKey('key')).toBeNull();
  });
});
