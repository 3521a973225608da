import { describe, expect, it } from '@jest/globals';
import { readVersion } from './version.js';

describe('readVersion', () => {
  it('is that of the package', () => {
    expect(readVersion()).toMatch(/^\d+\.\d+\.\d+$/u);
  });
});
