import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AlertRepository } from '../alerts/alert-repository.js';
import { AlertWatch } from '../alerts/alert-watch.js';
import { RuleRepository } from '../alerts/rule-repository.js';
import { openTemporaryDatabase, type TemporaryDatabase } from '../database/temporary-database.js';
import { FakeClock } from '../fake-clock.js';
import { defaultLimits } from '../limits.js';
import { ChangeHub } from '../live/change-hub.js';
import { EventIds } from '../live/event-ids.js';
import { makeBusySample, makeHost, makeSample } from '../make-report.js';
import { HostRepository } from './host-repository.js';
import { HostService } from './host-service.js';
import { SampleRepository } from './sample-repository.js';

describe('HostService', () => {
  let temporary: TemporaryDatabase;
  let clock: FakeClock;
  let alerts: AlertRepository;
  let service: HostService;

  beforeEach(() => {
    temporary = openTemporaryDatabase();
    clock = new FakeClock();
    const rules = new RuleRepository(temporary.database);
    const silence = { metric: 'silentSeconds', comparison: 'above', threshold: 15, forSeconds: 0 } as const;
    rules.add({ name: 'Silent', hostId: null, isEnabled: true, ...silence });
    service = restart();
  });
  afterEach(() => temporary.remove());

  function restart(): HostService {
    const { database } = temporary;
    const changes = new ChangeHub();
    alerts = new AlertRepository(database);
    return new HostService({
      database,
      hosts: new HostRepository(database),
      samples: new SampleRepository(database),
      watch: new AlertWatch({ alerts, rules: new RuleRepository(database), changes }),
      changes,
      eventIds: new EventIds('e'),
      clock,
      limits: { ...defaultLimits, hostCount: 2 },
    });
  }

  function report(percent = 10, host = makeHost()) {
    return service.report({ host, sample: makeBusySample(clock.now(), percent) });
  }

  function pass(seconds: number): void {
    for (let second = 0; second < seconds; second++) {
      clock.advance(1_000);
      service.checkSilence();
    }
  }

  it('stores a report once, however often it is sent', () => {
    expect([report(), report()]).toEqual([{ isNew: true }, { isNew: false }]);
    expect(service.list()).toEqual([expect.objectContaining({ id: 'host-1', status: 'live' })]);
  });

  it('calls a host silent after a while, and live again when it reports', () => {
    report();
    pass(10);
    expect(service.list()[0]?.status).toBe('live');
    pass(1);
    expect(service.list()[0]?.status).toBe('silent');
    report();
    expect(service.list()[0]?.status).toBe('live');
  });

  it('follows the list: at once, and when a host appears, goes silent and comes back', async () => {
    const lists = service.followList(undefined);
    const statuses = async () => (await lists.next()).value?.map(({ id, status }) => `${id} ${status}`);
    expect(await statuses()).toEqual([]);
    for (const [act, expected] of [
      [() => report(), 'host-1 live'],
      [() => pass(20), 'host-1 silent'],
      [() => report(), 'host-1 live'],
    ] as const) {
      const next = statuses();
      act();
      expect(await next).toEqual([expected]);
    }
    await lists.return();
  });

  it('opens an alert for a silent host, and resolves it with the next report', () => {
    report();
    pass(16);
    expect(alerts.listOpen()).toEqual([expect.objectContaining({ ruleName: 'Silent', hostName: 'alpha' })]);
    report();
    expect(alerts.listOpen()).toEqual([]);
  });

  it('does not blame a host for the time in which the server was down', () => {
    report();
    clock.advance(3_600_000);
    service = restart();
    pass(14);
    expect(alerts.listOpen()).toEqual([]);
    pass(1);
    expect(alerts.listOpen()).toHaveLength(1);
    service = restart();
    pass(5);
    expect(alerts.listOpen()).toHaveLength(1);
  });

  it('follows samples from the newest on, then each new one', async () => {
    report(1);
    clock.advance(1_000);
    report(2);
    const samples = service.followSamples({ hostId: 'host-1' }, undefined);
    const next = async () => (await samples.next()).value?.sample.cpu.totalPercent;
    expect(await next()).toBe(2);
    const third = next();
    clock.advance(1_000);
    report(3);
    expect(await third).toBe(3);
    await samples.return();
  });

  it('gives a history whose cursor leads on without loss and without doubles', async () => {
    report(1);
    clock.advance(4_000);
    report(2);
    clock.advance(2_000);
    const history = service.history({ hostId: 'host-1', from: new Date(clock.now().getTime() - 6_000) });
    expect(history.buckets.map((bucket) => bucket?.cpuPercent ?? null)).toEqual([1, null, 2]);
    report(3);
    const samples = service.followSamples({ hostId: 'host-1', lastEventId: history.cursor }, undefined);
    expect((await samples.next()).value?.sample.cpu.totalPercent).toBe(3);
    await samples.return();
  });

  it('shows the last quarter of an hour when nothing else is asked', () => {
    report();
    const { from, bucketMs, buckets } = service.history({ hostId: 'host-1' });
    expect(from.getTime() + buckets.length * bucketMs).toBeGreaterThanOrEqual(clock.now().getTime());
    expect(buckets.length * bucketMs).toBe(900_000);
  });

  it('refuses what it does not know or cannot believe, with the value and the limit', async () => {
    expect(() => service.history({ hostId: 'nobody' })).toThrow('No host "nobody" has ever reported here');
    await expect(service.followSamples({ hostId: 'nobody' }, undefined).next()).rejects.toThrow('No host "nobody"');
    report();
    expect(() => service.history({ hostId: 'host-1', from: new Date('2999-01-01') })).toThrow(
      'The window begins at 2999-01-01T00:00:00.000Z, which is not before its end',
    );
    const sampleAt = (leadMs: number) => makeSample(new Date(clock.now().getTime() + leadMs));
    expect(() => service.report({ host: makeHost(), sample: sampleAt(301_000) })).toThrow(
      "301 s ahead of this server's clock; accepted are 300 s ahead and 7200 s behind. Check the clock of the host.",
    );
    expect(() => service.report({ host: makeHost(), sample: sampleAt(-7_201_000) })).toThrow(
      "7201 s behind this server's",
    );
  });

  it('refuses a host beyond the limit, and goes on serving the others', () => {
    report(1, makeHost({ id: 'host-1' }));
    report(1, makeHost({ id: 'host-2' }));
    expect(() => report(1, makeHost({ id: 'host-3' }))).toThrow(
      'Host "host-3" is refused: this server already keeps 2 hosts',
    );
    clock.advance(1_000);
    expect(report(1, makeHost({ id: 'host-2' }))).toEqual({ isNew: true });
    expect(service.count()).toBe(2);
  });
});
