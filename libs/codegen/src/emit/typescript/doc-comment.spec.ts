import { describe, expect, it } from '@jest/globals';
import { linesOf, linesOfDocumented, printComment } from './doc-comment.js';

describe('linesOf', () => {
  it('says meaning, limits, default and deprecation, in this order', () => {
    const lines = linesOf({ kind: 'number', doc: 'How many.', minimum: 1, default: 20, deprecated: 'Use\nlimit.' });
    expect(lines).toEqual(['How many.', 'At least 1.', '@default 20', '@deprecated Use limit.']);
  });

  it('looks through what may be null or left out', () => {
    const of = [
      { kind: 'string', doc: 'A name.', maxLength: 5, default: 'x' } as const,
      { kind: 'undefined' } as const,
    ];
    expect(linesOf({ kind: 'union', of })).toEqual(['A name.', 'At most 5 characters.', '@default "x"']);
    expect(linesOf({ kind: 'union', of: [...of, { kind: 'number', minimum: 1 }] })).toEqual([]);
  });
});

describe('printComment', () => {
  it('is one line for one, a block for several, and nothing for none', () => {
    expect(printComment([])).toBe('');
    expect(printComment(['One.'])).toBe('/** One. */\n');
    expect(printComment(['One.', 'Two\n\nthree.'])).toBe('/**\n * One.\n * Two\n *\n * three.\n */\n');
  });

  it('cannot be ended by what it says', () => {
    expect(printComment(['a */ b'])).toBe('/** a *\\/ b */\n');
  });
});

describe('linesOfDocumented', () => {
  it('leaves out what is not there', () => {
    expect(linesOfDocumented({ doc: ' ', deprecated: '' })).toEqual(['@deprecated']);
    expect(linesOfDocumented({})).toEqual([]);
  });
});
