import { describe, expect, it } from '@jest/globals';
import { describeCondition } from './metric-words.js';

describe('describeCondition', () => {
  it('writes the threshold in the unit of its metric', () => {
    expect(describeCondition({ metric: 'cpuPercent', comparison: 'above', threshold: 90 })).toBe('CPU above 90%');
    expect(describeCondition({ metric: 'sentBytesPerSecond', comparison: 'below', threshold: 5_000 })).toBe(
      'Network out below 5 kB/s',
    );
  });

  it('says of silence how long it lasts', () => {
    expect(describeCondition({ metric: 'silentSeconds', comparison: 'above', threshold: 15 })).toBe('Silent for 15 s');
  });
});
