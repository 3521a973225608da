import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTemporaryDatabase, type TemporaryDatabase } from '../database/temporary-database.js';
import { FakeClock } from '../fake-clock.js';
import { ChangeHub } from '../live/change-hub.js';
import { EventIds } from '../live/event-ids.js';
import { AlertRepository, type NewAlert } from './alert-repository.js';
import { AlertService } from './alert-service.js';

const alert: NewAlert = {
  ruleId: 1,
  ruleName: 'Busy',
  metric: 'cpuPercent',
  comparison: 'above',
  threshold: 90,
  hostId: 'host-1',
  hostName: 'alpha',
  value: 97.5,
  openedAt: new Date('2026-01-01T00:00:00Z'),
};

describe('AlertService', () => {
  let temporary: TemporaryDatabase;
  let alerts: AlertRepository;
  let clock: FakeClock;
  let service: AlertService;

  beforeEach(() => {
    temporary = openTemporaryDatabase();
    alerts = new AlertRepository(temporary.database);
    clock = new FakeClock();
    const { database } = temporary;
    service = new AlertService({ database, alerts, changes: new ChangeHub(), eventIds: new EventIds('e'), clock });
  });
  afterEach(() => temporary.remove());

  it('says who acknowledged and when; a second time changes nothing', () => {
    const alertId = alerts.open(alert);
    const acknowledgedAt = clock.now();
    expect(service.acknowledge(alertId, 'Ada')).toMatchObject({ acknowledgedBy: 'Ada', acknowledgedAt });
    clock.advance(5_000);
    expect(service.acknowledge(alertId, 'Bob')).toMatchObject({ acknowledgedBy: 'Ada', acknowledgedAt });
  });

  it('finds again what was acknowledged under a key, and nothing under another', () => {
    const alertId = alerts.open(alert);
    const acknowledged = service.acknowledge(alertId, 'Ada', 'key');
    expect(service.recoverAcknowledgement('key')).toEqual({ output: acknowledged });
    expect(service.recoverAcknowledgement('other')).toBeUndefined();
  });

  it('does nothing under a key that it cannot write, or of an alert that is not there', () => {
    const [first, second] = [alerts.open(alert), alerts.open({ ...alert, hostId: 'host-2' })];
    service.acknowledge(first, 'Ada', 'key');
    expect(() => service.acknowledge(second, 'Ada', 'key')).toThrow('UNIQUE');
    expect(alerts.find(second)?.acknowledgedAt).toBeNull();
    expect(() => service.acknowledge(12, 'Ada', 'unused')).toThrow('There is no alert 12.');
    expect(service.recoverAcknowledgement('unused')).toBeUndefined();
  });

  it('refuses to acknowledge what is not there, with a sentence', () => {
    expect(() => service.acknowledge(12, 'Ada')).toThrow('There is no alert 12.');
  });

  it('lists everything when nothing is asked in particular', () => {
    const resolved = alerts.open(alert);
    alerts.resolve(resolved, clock.now());
    const open = alerts.open(alert);
    expect(service.list().map(({ id }) => id)).toEqual([open, resolved]);
    expect(service.list({ state: 'open', limit: 1 }).map(({ id }) => id)).toEqual([open]);
  });

  it('follows what happens from now on', async () => {
    alerts.open(alert);
    const changes = service.followChanges(undefined, undefined);
    const next = changes.next();
    const second = alerts.open({ ...alert, hostId: 'host-2' });
    service.acknowledge(second, 'Ada');
    const kinds = [(await next).value?.change.kind, (await changes.next()).value?.change.kind];
    expect(kinds).toEqual(['opened', 'acknowledged']);
    await changes.return();
  });

  it('goes on after the event that was seen last, and from now on after one of another database', async () => {
    const alertId = alerts.open(alert);
    service.acknowledge(alertId, 'Ada');
    const resumed = service.followChanges('e.1', undefined);
    expect((await resumed.next()).value).toMatchObject({ eventId: 'e.2', change: { kind: 'acknowledged' } });
    await resumed.return();

    const fresh = service.followChanges('other.1', undefined);
    const next = fresh.next();
    service.acknowledge(alerts.open({ ...alert, hostId: 'host-2' }), 'Ada');
    expect((await next).value).toMatchObject({ eventId: 'e.3', change: { kind: 'opened' } });
    await fresh.return();
  });
});
