import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTemporaryDatabase, type TemporaryDatabase } from '../database/temporary-database.js';
import { defaultRules } from './default-rules.js';
import { RuleRepository } from './rule-repository.js';

const rule = {
  name: 'Busy',
  metric: 'cpuPercent',
  comparison: 'above',
  threshold: 87.5,
  forSeconds: 30,
  hostId: null,
  isEnabled: true,
} as const;

describe('RuleRepository', () => {
  let temporary: TemporaryDatabase;
  let rules: RuleRepository;

  beforeEach(() => {
    temporary = openTemporaryDatabase();
    rules = new RuleRepository(temporary.database);
  });
  afterEach(() => temporary.remove());

  it('gives back rules exactly as they were stored, in the order they were made', () => {
    for (const each of defaultRules) rules.add(each);
    expect(rules.list()).toEqual(defaultRules.map((each, index) => ({ ...each, id: index + 1 })));
  });

  it('replaces a rule, and says when there is none', () => {
    const { id } = rules.add(rule);
    const changed = { ...rule, id, hostId: 'host-1', isEnabled: false };
    expect(rules.replace(changed)).toBe(true);
    expect(rules.find(id)).toEqual(changed);
    expect(rules.replace({ ...changed, id: 99 })).toBe(false);
    expect(rules.find(99)).toBeNull();
  });

  it('tells a new database from one whose rules were all removed', () => {
    expect(rules.hasEverHeldARule()).toBe(false);
    const { id } = rules.add(rule);
    expect([rules.remove(id), rules.remove(id)]).toEqual([true, false]);
    expect(rules.list()).toEqual([]);
    expect(rules.hasEverHeldARule()).toBe(true);
  });
});
