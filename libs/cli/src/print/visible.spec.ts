import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { visible } from './visible.js';

describe('visible', () => {
  it('shows control characters, and leaves tabs, new lines and letters', () => {
    expect(visible('a\u001b[31m\u0007\u009b\t\nä')).toBe('a\\x1b[31m\\x07\\x9b\t\nä');
  });

  it('never lets an escape through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = visible(text);
        expect(['\u001b', '\u009b', '\u0007', '\b', '\r'].filter((character) => shown.includes(character))).toEqual([]);
      }),
    );
  });
});
