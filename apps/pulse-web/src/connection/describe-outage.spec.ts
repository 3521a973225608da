import { describe, expect, it } from '@jest/globals';
import { describeOutage } from './describe-outage.js';

const outage = { lostAt: 10_000, restoredAt: 24_000 };

describe('describeOutage', () => {
  it('says nothing while the connection is away', () => {
    expect(describeOutage({ ...outage, restoredAt: null }, { filledInCount: 0, missingMs: 0 })).toBeNull();
  });

  it.each([
    [{ filledInCount: 0, missingMs: 0 }, 'Back after 14 s. Nothing was missed.'],
    [{ filledInCount: 1, missingMs: 0 }, 'Back after 14 s. 1 sample was filled in, nothing is missing.'],
    [{ filledInCount: 0, missingMs: 14_000 }, 'Back after 14 s. 14 s without samples are marked in the charts.'],
    [
      { filledInCount: 8, missingMs: 6_000 },
      'Back after 14 s. 8 samples were filled in; 6 s without samples are marked in the charts.',
    ],
  ])('tells %p', (cost, words) => expect(describeOutage(outage, cost)).toBe(words));
});
