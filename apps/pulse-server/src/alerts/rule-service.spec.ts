import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTemporaryDatabase, type TemporaryDatabase } from '../database/temporary-database.js';
import { FakeClock } from '../fake-clock.js';
import { metricsOf } from '../hosts/metrics-of.js';
import { ChangeHub } from '../live/change-hub.js';
import { makeBusySample, makeHost } from '../make-report.js';
import type { Rule } from '../schemas/index.js';
import { AlertRepository } from './alert-repository.js';
import { AlertWatch } from './alert-watch.js';
import { defaultRules } from './default-rules.js';
import { RuleRepository } from './rule-repository.js';
import { RuleService } from './rule-service.js';

const busy = {
  name: 'Busy',
  metric: 'cpuPercent',
  comparison: 'above',
  threshold: 50,
  forSeconds: 0,
  hostId: null,
  isEnabled: true,
} as const satisfies Omit<Rule, 'id'>;

describe('RuleService', () => {
  const clock = new FakeClock();
  let temporary: TemporaryDatabase;
  let alerts: AlertRepository;
  let watch: AlertWatch;
  let service: RuleService;

  beforeEach(() => {
    temporary = openTemporaryDatabase();
    service = restart();
  });
  afterEach(() => temporary.remove());

  function restart(): RuleService {
    const { database } = temporary;
    const rules = new RuleRepository(database);
    alerts = new AlertRepository(database);
    watch = new AlertWatch({ alerts, rules, changes: new ChangeHub() });
    return new RuleService({ database, rules, watch, clock, maximumRuleCount: 6 });
  }

  function observe(percent: number): void {
    watch.observeSample(makeHost(), metricsOf(makeBusySample(clock.now(), percent)), clock.now(), clock.now());
  }

  it('begins with the default rules, and does not bring them back once they were removed', () => {
    expect(service.list()).toEqual(defaultRules.map((rule) => expect.objectContaining(rule)));
    for (const { id } of service.list()) service.remove(id);
    expect(restart().list()).toEqual([]);
  });

  it('applies a new rule to the next sample', () => {
    const rule = service.set(busy);
    observe(60);
    expect(alerts.listOpen().map(({ ruleId }) => ruleId)).toEqual([rule.id]);
  });

  it('resolves what a rule had opened when its condition changes, and judges anew', () => {
    const rule = service.set(busy);
    observe(60);
    service.set({ ...rule, threshold: 70 });
    expect(alerts.listOpen()).toEqual([]);
    observe(60);
    expect(alerts.listOpen()).toEqual([]);
    observe(75);
    expect(alerts.listOpen()).toEqual([expect.objectContaining({ threshold: 70, value: 75 })]);
  });

  it('leaves open alerts alone when a rule is only renamed', () => {
    const rule = service.set(busy);
    observe(60);
    service.set({ ...rule, name: 'Very busy' });
    expect(alerts.listOpen()).toEqual([expect.objectContaining({ ruleName: 'Busy' })]);
  });

  it('removes a rule with its open alerts, and may be asked twice', () => {
    const rule = service.set(busy);
    observe(60);
    expect(service.remove(rule.id)).toEqual({ isRemoved: true });
    expect(service.remove(rule.id)).toEqual({ isRemoved: false });
    expect(alerts.listOpen()).toEqual([]);
    observe(60);
    expect(alerts.listOpen()).toEqual([]);
  });

  it('refuses a rule that is not there, and more rules than it keeps, with a sentence', () => {
    expect(() => service.set({ ...busy, id: 77 })).toThrow('There is no rule 77');
    service.set(busy);
    service.set(busy);
    expect(() => service.set(busy)).toThrow('There are 6 rules already, and at most 6 are kept. Remove one first.');
  });
});
