import { describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '@trunkline/protocol';
import { LOCAL_CODES } from './local-code.js';

describe('LOCAL_CODES', () => {
  it('advises with a sentence for each code, none of which a server may send', () => {
    for (const [code, advice] of Object.entries(LOCAL_CODES)) {
      expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
      expect(advice).toMatch(/^[A-Z].*\.$/);
      expect(Object.hasOwn(ERROR_CODES, code)).toBe(false);
    }
  });
});
