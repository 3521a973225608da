import { describe, expect, it } from '@jest/globals';
import { checkDraft } from './check-draft.js';
import { draftOfRule, newRuleDraft } from './rule-draft.js';

const draft = { ...newRuleDraft, name: 'Busy' };

describe('checkDraft', () => {
  it('makes a rule without an id of a new draft, and reads numbers that are still text', () => {
    const { rule } = checkDraft({ ...draft, threshold: '85,5', forSeconds: '30' });
    expect(rule).toEqual({
      name: 'Busy',
      metric: 'cpuPercent',
      comparison: 'above',
      threshold: 85.5,
      forSeconds: 30,
      hostId: null,
      isEnabled: true,
    });
  });

  it('leaves a stored rule as it was', () => {
    const rule = { ...draft, id: 7, threshold: 90, forSeconds: 0, hostId: 'web-1' };
    expect(checkDraft(draftOfRule(rule)).rule).toEqual(rule);
  });

  it('says of each field what is wrong with it', () => {
    expect(checkDraft({ ...draft, name: ' ', forSeconds: '' }).problems).toEqual({
      name: 'A rule needs a name.',
      forSeconds: 'Please enter a number.',
    });
    expect(checkDraft({ ...draft, threshold: 120 }).problems).toEqual({ threshold: 'A percentage is at most 100.' });
  });
});
