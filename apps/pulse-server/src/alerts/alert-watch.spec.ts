import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTemporaryDatabase, type TemporaryDatabase } from '../database/temporary-database.js';
import { metricsOf } from '../hosts/metrics-of.js';
import { ChangeHub } from '../live/change-hub.js';
import { makeBusySample } from '../make-report.js';
import type { Rule } from '../schemas/index.js';
import { AlertRepository } from './alert-repository.js';
import { AlertWatch } from './alert-watch.js';
import { RuleRepository } from './rule-repository.js';

const startMs = Date.UTC(2026, 0, 1);
const at = (second: number) => new Date(startMs + second * 1_000);
const alpha = { id: 'host-1', name: 'alpha' };
const beta = { id: 'host-2', name: 'beta' };

describe('AlertWatch', () => {
  let temporary: TemporaryDatabase;
  let alerts: AlertRepository;
  let rules: RuleRepository;
  let changes: ChangeHub;
  let watch: AlertWatch;

  beforeEach(() => {
    temporary = openTemporaryDatabase();
    alerts = new AlertRepository(temporary.database);
    rules = new RuleRepository(temporary.database);
    changes = new ChangeHub();
    watch = new AlertWatch({ alerts, rules, changes });
  });
  afterEach(() => temporary.remove());

  function addRule(rule: Partial<Rule> = {}): Rule {
    const fields = { metric: 'cpuPercent', comparison: 'above', threshold: 90, forSeconds: 2 } as const;
    const added = rules.add({ name: 'Busy', hostId: null, isEnabled: true, ...fields, ...rule });
    watch.reloadRules();
    return added;
  }

  function observe(host: typeof alpha, second: number, percent: number): void {
    watch.observeSample(host, metricsOf(makeBusySample(at(second), percent)), at(second), at(second));
  }

  it('opens an alert that keeps the words of its rule and what was measured', () => {
    const rule = addRule();
    for (const second of [0, 1, 2]) observe(alpha, second, 95 + second);
    expect(alerts.listOpen()).toEqual([
      expect.objectContaining({
        ruleId: rule.id,
        ruleName: 'Busy',
        threshold: 90,
        hostName: 'alpha',
        value: 97,
        openedAt: at(2),
      }),
    ]);
  });

  it('announces what opens and what is resolved, and nothing else', async () => {
    addRule({ forSeconds: 0 });
    const announced = changes.watch('alerts', undefined);
    observe(alpha, 0, 50);
    observe(alpha, 1, 95);
    await expect(announced.changed()).resolves.toBe(true);
    observe(alpha, 2, 95);
    const second = announced.changed();
    observe(alpha, 3, 50);
    await expect(second).resolves.toBe(true);
    expect(alerts.changesAfter(0, 10).map(({ kind }) => kind)).toEqual(['opened', 'resolved']);
  });

  it('judges each host by itself, and a rule of one host on that host alone', () => {
    addRule({ forSeconds: 0, hostId: 'host-2' });
    addRule({ forSeconds: 0, threshold: 50 });
    observe(alpha, 0, 95);
    observe(beta, 0, 95);
    expect(alerts.listOpen().map(({ hostId, threshold }) => [hostId, threshold])).toEqual([
      ['host-2', 50],
      ['host-2', 90],
      ['host-1', 50],
    ]);
  });

  it('does not apply a rule that is switched off', () => {
    addRule({ forSeconds: 0, isEnabled: false });
    observe(alpha, 0, 100);
    expect(alerts.listOpen()).toEqual([]);
  });

  it('opens for silence, and resolves with the next sample', () => {
    addRule({ metric: 'silentSeconds', threshold: 15, forSeconds: 0 });
    watch.observeSilence(alpha, 15, at(15));
    expect(alerts.listOpen()).toEqual([]);
    watch.observeSilence(alpha, 16, at(16));
    expect(alerts.listOpen()).toHaveLength(1);
    observe(alpha, 17, 5);
    expect(alerts.listOpen()).toEqual([]);
  });

  it('ends a silence when the host is heard, though it first sends what it took long ago', () => {
    addRule({ metric: 'silentSeconds', threshold: 15, forSeconds: 0 });
    watch.observeSilence(alpha, 16, at(16));
    watch.observeSample(alpha, metricsOf(makeBusySample(at(1), 5)), at(1), at(30));
    expect(alerts.list({ state: 'resolved', hostId: null, limit: 1 })).toEqual([
      expect.objectContaining({ openedAt: at(16), resolvedAt: at(30) }),
    ]);
  });

  it('goes on with the alerts that were open when the server was stopped', () => {
    addRule({ forSeconds: 0 });
    observe(alpha, 0, 95);
    const restarted = new AlertWatch({ alerts, rules, changes });
    restarted.observeSample(alpha, metricsOf(makeBusySample(at(60), 95)), at(60), at(60));
    expect(alerts.listOpen()).toHaveLength(1);
    restarted.observeSample(alpha, metricsOf(makeBusySample(at(61), 5)), at(61), at(61));
    expect(alerts.listOpen()).toEqual([]);
  });

  it('resolves what belonged to a rule or a host that is gone', () => {
    const rule = addRule({ forSeconds: 0 });
    const other = addRule({ forSeconds: 0, threshold: 80 });
    for (const host of [alpha, beta]) observe(host, 0, 95);
    watch.forgetRule(rule.id, at(1));
    expect(alerts.listOpen().map(({ ruleId }) => ruleId)).toEqual([other.id, other.id]);
    watch.forgetHost('host-1', at(2));
    expect(alerts.listOpen().map(({ hostId }) => hostId)).toEqual(['host-2']);
    observe(alpha, 3, 95);
    expect(alerts.listOpen().map(({ hostId }) => hostId)).toEqual(['host-1', 'host-1', 'host-2']);
  });
});
