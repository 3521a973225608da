import { describe, expect, it } from '@jest/globals';
import { EXIT_CODES } from './exit-code.js';

describe('EXIT_CODES', () => {
  it('tells every end apart, 0 being the good one', () => {
    expect(EXIT_CODES.done).toBe(0);
    expect(new Set(Object.values(EXIT_CODES)).size).toBe(Object.keys(EXIT_CODES).length);
  });
});
