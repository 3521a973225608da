import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTemporaryDatabase, type TemporaryDatabase } from '../database/temporary-database.js';
import { AlertRepository, type NewAlert } from './alert-repository.js';

const noon = new Date('2026-01-01T12:00:00Z');
const later = new Date('2026-01-01T12:05:00Z');
const alert: NewAlert = {
  ruleId: 1,
  ruleName: 'Busy',
  metric: 'cpuPercent',
  comparison: 'above',
  threshold: 90,
  hostId: 'host-1',
  hostName: 'alpha',
  value: 97.5,
  openedAt: noon,
};
const unanswered = { resolvedAt: null, acknowledgedAt: null, acknowledgedBy: null };

describe('AlertRepository', () => {
  let temporary: TemporaryDatabase;
  let alerts: AlertRepository;

  beforeEach(() => {
    temporary = openTemporaryDatabase();
    alerts = new AlertRepository(temporary.database);
  });
  afterEach(() => temporary.remove());

  it('gives back an alert exactly as it was opened', () => {
    const id = alerts.open(alert);
    expect(alerts.find(id)).toEqual({ ...alert, id, ...unanswered });
    expect(alerts.find(99)).toBeNull();
  });

  it('lists the newest first, by state and by host, up to a limit', () => {
    const first = alerts.open(alert);
    const second = alerts.open({ ...alert, hostId: 'host-2' });
    alerts.resolve(first, later);
    const ids = (filter: Parameters<AlertRepository['list']>[0]) => alerts.list(filter).map(({ id }) => id);
    expect(ids({ state: 'all', hostId: null, limit: 10 })).toEqual([second, first]);
    expect(ids({ state: 'all', hostId: null, limit: 1 })).toEqual([second]);
    expect(ids({ state: 'open', hostId: null, limit: 10 })).toEqual([second]);
    expect(ids({ state: 'resolved', hostId: null, limit: 10 })).toEqual([first]);
    expect(ids({ state: 'all', hostId: 'host-1', limit: 10 })).toEqual([first]);
    expect(alerts.listOpen().map(({ id }) => id)).toEqual([second]);
  });

  it('refuses a second open alert for the same rule and host', () => {
    alerts.open(alert);
    expect(() => alerts.open(alert)).toThrow(/UNIQUE/);
  });

  it('lets the first acknowledgement stand', () => {
    const id = alerts.open(alert);
    expect(alerts.acknowledge(id, 'Ada', later)).toBe(true);
    expect(alerts.acknowledge(id, 'Bob', noon)).toBe(false);
    expect(alerts.find(id)).toMatchObject({ acknowledgedBy: 'Ada', acknowledgedAt: later });
    expect(alerts.acknowledge(99, 'Ada', later)).toBe(false);
  });

  it('notes each thing that happened once, in order, with the alert as it stands', () => {
    const id = alerts.open(alert);
    alerts.acknowledge(id, 'Ada', later);
    alerts.acknowledge(id, 'Bob', later);
    alerts.resolve(id, later);
    alerts.resolve(id, later);
    const changes = alerts.changesAfter(0, 10);
    expect(changes.map(({ id: changeId, kind, changedAt }) => [changeId, kind, changedAt])).toEqual([
      [1, 'opened', noon],
      [2, 'acknowledged', later],
      [3, 'resolved', later],
    ]);
    expect(changes[0]?.alert).toEqual({
      ...alert,
      id,
      resolvedAt: later,
      acknowledgedAt: later,
      acknowledgedBy: 'Ada',
    });
    expect(alerts.newestChangeId()).toBe(3);
    expect(alerts.changesAfter(1, 1).map(({ kind }) => kind)).toEqual(['acknowledged']);
  });

  it('removes old alerts that are resolved, and changes beyond a count', () => {
    const resolved = alerts.open(alert);
    alerts.resolve(resolved, noon);
    const open = alerts.open(alert);
    expect(alerts.removeResolvedBefore(later)).toBe(1);
    expect(alerts.find(resolved)).toBeNull();
    expect(alerts.changesAfter(0, 10).map((change) => change.alert.id)).toEqual([open]);
    alerts.acknowledge(open, 'Ada', later);
    expect(alerts.removeChangesBeyond(1)).toBe(1);
    expect(alerts.changesAfter(0, 10).map(({ kind }) => kind)).toEqual(['acknowledged']);
  });
});
