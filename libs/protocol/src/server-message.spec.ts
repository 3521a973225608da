import { describe, expect, it } from '@jest/globals';
import { GAP_REASONS, isGapReason } from './server-message.js';

describe('isGapReason', () => {
  it('knows the closed list and nothing that every object has', () => {
    for (const reason of Object.keys(GAP_REASONS)) expect(isGapReason(reason)).toBe(true);
    for (const other of ['later', 'toString', '__proto__', '', 1, null]) expect(isGapReason(other)).toBe(false);
  });
});
