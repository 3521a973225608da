import { describe, expect, it } from '@jest/globals';
import { setRuleInputSchema } from './rule.js';

const rule = {
  name: 'Busy',
  metric: 'cpuPercent',
  comparison: 'above',
  threshold: 90,
  forSeconds: 30,
  hostId: null,
  isEnabled: true,
};

function complaints(changes: object): string[] {
  const { error } = setRuleInputSchema.safeParse({ ...rule, ...changes });
  return error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

describe('setRuleInputSchema', () => {
  it('takes a rule, new or known, and trims its name', () => {
    expect(complaints({})).toEqual([]);
    expect(complaints({ id: 3, hostId: 'host-1' })).toEqual([]);
    expect(setRuleInputSchema.parse({ ...rule, name: '  Busy ' }).name).toBe('Busy');
  });

  it('says which field of a form is wrong, and why', () => {
    expect(complaints({ name: ' ' })).toEqual(['name: A rule needs a name.']);
    expect(complaints({ threshold: 101 })).toEqual(['threshold: A percentage is at most 100.']);
    expect(complaints({ forSeconds: 1.5 })).toEqual(['forSeconds: Whole seconds, please.']);
    expect(complaints({ forSeconds: 3_601 })).toEqual(['forSeconds: At most an hour (3600 seconds).']);
    expect(complaints({ metric: 'silentSeconds', comparison: 'below' })).toEqual([
      'comparison: Silence can only be watched with "above": every healthy host is below.',
    ]);
  });

  it('lets a threshold that is no percentage be large', () => {
    expect(complaints({ metric: 'receivedBytesPerSecond', threshold: 1e9 })).toEqual([]);
  });
});
