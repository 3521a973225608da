import { describe, expect, it } from '@jest/globals';
import { sparklinePath } from './sparkline-path.js';

const size = { width: 40, height: 10, top: 100 };

describe('sparklinePath', () => {
  it('ends at the right edge, however few values there are', () => {
    expect(sparklinePath([0, 100], 5, size)).toBe('M30 10L40 0');
  });

  it('lifts the pen where a value is missing', () => {
    expect(sparklinePath([0, null, 50], 3, size)).toBe('M0 10M40 5');
  });

  it('keeps values that are out of bounds within the picture', () => {
    expect(sparklinePath([-5, 400], 2, size)).toBe('M0 10L40 0');
  });
});
