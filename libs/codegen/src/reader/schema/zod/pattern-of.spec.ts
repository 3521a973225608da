import { describe, expect, it } from '@jest/globals';
import { patternOf } from './pattern-of.js';

describe('patternOf', () => {
  it.each([/^a.b$/, /a/g, /^[a-z]\.x$/u])('says %s without its flags', (expression) => {
    expect(patternOf(expression)).toBe(expression.source);
  });

  it.each([/a/i, /^a$/m, /a.b/s, /a/y, /\p{L}/u, /^.$/u, /^[^a]$/u, /\u{1f600}/u])(
    'does not say %s, which its flags change',
    (expression) => {
      expect(patternOf(expression)).toBeUndefined();
    },
  );
});
