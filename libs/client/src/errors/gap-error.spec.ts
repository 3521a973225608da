import { describe, expect, it } from '@jest/globals';
import { GapError } from './gap-error.js';
import { TrunklineError } from './trunkline-error.js';

describe('GapError', () => {
  it('counts what is missing where that is known, and says why', () => {
    const error = new GapError({ reason: 'overflow', dropped: 3 }, 'ticks');
    expect(error).toBeInstanceOf(TrunklineError);
    expect(error).toMatchObject({ name: 'GapError', code: 'EVENTS_MISSING', reason: 'overflow', dropped: 3 });
    expect(error.message).toContain('3 events of "ticks" are missing (overflow).');
    expect(new GapError({ reason: 'restarted', dropped: undefined }, 'ticks').message).toContain('Events of "ticks"');
  });
});
