import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { findPartEnd, MAX_PART_CHARACTERS } from './part.js';
import { fuzzRuns, fuzzTimeoutMs } from './testing/fuzz-runs.js';

function cut(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = findPartEnd(text, start);
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

describe('findPartEnd', () => {
  it('leaves a text whole that is not longer than a piece', () => {
    expect(findPartEnd('a'.repeat(MAX_PART_CHARACTERS), 0)).toBe(MAX_PART_CHARACTERS);
    expect(findPartEnd('', 0)).toBe(0);
  });

  it('does not cut between the halves of a character', () => {
    const text = `${'a'.repeat(MAX_PART_CHARACTERS - 1)}\u{1f600}b`;
    expect(cut(text)).toEqual(['a'.repeat(MAX_PART_CHARACTERS - 1), '\u{1f600}b']);
  });

  it(
    'cuts any text into pieces within the limit that UTF-8 carries and that join to the text',
    () => {
      const anyLength = fc.nat({ max: 2 });
      const anyUnit = fc.constantFrom('a', '\u{1f600}', '\u20ac');
      fc.assert(
        fc.property(anyLength, anyUnit, anyUnit, (length, first, second) => {
          const text = first + second.repeat(MAX_PART_CHARACTERS * (length + 1));
          const pieces = cut(text);
          expect(pieces.every((piece) => piece.length <= MAX_PART_CHARACTERS)).toBe(true);
          expect(pieces.map((piece) => Buffer.from(piece, 'utf8').toString('utf8')).join('') === text).toBe(true);
        }),
        { numRuns: Math.min(fuzzRuns, 30) },
      );
    },
    fuzzTimeoutMs,
  );
});
