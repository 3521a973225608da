import { describe, expect, it } from '@jest/globals';
import { DEFAULT_MUTATION_LIMITS } from './mutation-limits.js';

describe('DEFAULT_MUTATION_LIMITS', () => {
  it('lets a client that is gone come back before its mutation is told to stop', () => {
    // A client's pause between attempts is at most 15 seconds.
    expect(DEFAULT_MUTATION_LIMITS.graceMs).toBeGreaterThan(2 * 15_000);
  });
});
