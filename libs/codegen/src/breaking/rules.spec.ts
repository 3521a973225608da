import { describe, expect, it } from '@jest/globals';
import { isRuleName, ruleNames, rules } from './rules.js';

describe('rules', () => {
  it.each(ruleNames)('says of %s in sentences what it means and what to do', (name) => {
    expect(name).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(rules[name].means).toMatch(/^[A-Z].*\.$/);
    expect(rules[name].remedy).toMatch(/^[A-Z].*\.$/);
  });

  it('knows its own names', () => {
    expect(ruleNames.every((name) => isRuleName(name))).toBe(true);
    expect(isRuleName('toString')).toBe(false);
  });
});
