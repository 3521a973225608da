import { describe, expect, it } from '@jest/globals';
import { decideCallFate } from './call-fate.js';

describe('decideCallFate', () => {
  it('trusts the one code that promises that what has no answer did not run', () => {
    expect(decideCallFate(4200, 'trunkline', true)).toBe('not-run');
    for (const code of [1000, 1001, 1006, 1012, 4100, 4199, 4201, 4300])
      expect(decideCallFate(code, 'trunkline', true)).toBe('unknown');
  });

  it('trusts no code of an application that is not ours', () => {
    expect(decideCallFate(4200, 'stock', false)).toBe('unknown');
  });

  it('blames a message for a close that says it was too large', () => {
    expect(decideCallFate(1009, 'stock', false)).toBe('fatal');
  });

  it('knows that nothing ran before the welcome, if the server itself closed', () => {
    for (const code of [4000, 4003, 4100, 4101, 4102, 4200, 4300])
      expect(decideCallFate(code, 'trunkline', false)).toBe('not-run');
    for (const code of [1000, 1001, 1005, 1006, 1012]) expect(decideCallFate(code, 'trunkline', false)).toBe('unknown');
  });
});
