import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DEFAULT_BACK_OFF, decideBackOffMs } from './back-off.js';
import { fuzzRuns, fuzzTimeoutMs } from './testing/fuzz-runs.js';

const almostOne = 1 - Number.EPSILON;

describe('decideBackOffMs', () => {
  it('doubles its bound with each attempt, up to the greatest', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 1000].map((attempt) =>
      decideBackOffMs(DEFAULT_BACK_OFF, attempt, almostOne),
    );
    expect(pauses).toEqual([249, 499, 999, 1999, 3999, 7999, 14_999, 14_999, 14_999]);
  });

  it('may pause for no time at all', () => {
    expect(decideBackOffMs(DEFAULT_BACK_OFF, 9, 0)).toBe(0);
  });

  it(
    'stays within its bounds for any attempt and any chance',
    () => {
      const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
      const anyBackOff = fc.record({ firstDelayMs: fc.nat(100_000), maxDelayMs: fc.nat(1_000_000) });
      fc.assert(
        fc.property(anyBackOff, fc.integer({ min: 1, max: 1e9 }), anyRandom, (backOff, attempt, random) => {
          const pause = decideBackOffMs(backOff, attempt, random);
          expect(Number.isSafeInteger(pause)).toBe(true);
          expect(pause).toBeGreaterThanOrEqual(0);
          expect(pause).toBeLessThanOrEqual(backOff.maxDelayMs);
          if (attempt === 1) expect(pause).toBeLessThanOrEqual(backOff.firstDelayMs);
        }),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});
