import { describe, expect, it } from '@jest/globals';
import { CHECK_EXIT_CODES } from './check-exit-code.js';

describe('CHECK_EXIT_CODES', () => {
  it('tells what was found from what could not be looked at', () => {
    expect(CHECK_EXIT_CODES).toEqual({ fine: 0, found: 1, unreadable: 2 });
  });
});
