import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { encodeCursor, MAX_CURSOR_CHARACTERS, parseCursor } from './cursor.js';
import { anyText } from './testing/arbitraries.js';
import { fuzzRuns, fuzzTimeoutMs } from './testing/fuzz-runs.js';

const anyRun = fc.stringMatching(/^[A-Za-z0-9_-]{1,32}$/);
const anyNumber = fc.nat({ max: 999_999_999_999_999 });

describe('parseCursor', () => {
  it.each([
    ['k3Jd82hQ.0', { run: 'k3Jd82hQ', number: 0 }],
    ['k3Jd82hQ.17~order.5~b', { run: 'k3Jd82hQ', number: 17, trackedId: 'order.5~b' }],
    ['a.1~', { run: 'a', number: 1, trackedId: '' }],
    ['a.1~\n\u2028', { run: 'a', number: 1, trackedId: '\n\u2028' }],
  ])('reads %j', (text, cursor) => {
    expect(parseCursor(text)).toEqual(cursor);
  });

  it.each(['', '.', 'a', 'a.', '.1', 'a.-1', 'a.1.2', 'a.1e3', 'a b.1', `${'a'.repeat(33)}.1`, `a.${'1'.repeat(16)}`])(
    'refuses %j',
    (text) => {
      expect(parseCursor(text)).toBeUndefined();
    },
  );

  it('refuses what is longer than its limit', () => {
    expect(parseCursor(`a.1~${'b'.repeat(MAX_CURSOR_CHARACTERS - 4)}`)).toBeDefined();
    expect(parseCursor(`a.1~${'b'.repeat(MAX_CURSOR_CHARACTERS - 3)}`)).toBeUndefined();
  });

  it(
    'is the inverse of encodeCursor, whatever the tracked id is made of',
    () => {
      fc.assert(
        fc.property(anyRun, anyNumber, fc.option(anyText(), { nil: undefined }), (run, number, trackedId) => {
          const cursor = parseCursor(encodeCursor(run, number, trackedId));
          expect(cursor).toEqual(trackedId === undefined ? { run, number } : { run, number, trackedId });
        }),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );

  it(
    'reads or refuses any text, and what it reads is written alike but for leading zeros',
    () => {
      fc.assert(
        fc.property(fc.oneof(anyText(), fc.stringMatching(/^[a-z]{0,2}\.?\d{0,17}~?.?$/)), (text) => {
          const cursor = parseCursor(text);
          if (cursor === undefined) return;
          const written = encodeCursor(cursor.run, cursor.number, cursor.trackedId);
          expect(parseCursor(written)).toEqual(cursor);
          expect(text.replace(/\.0+(?=\d)/, '.')).toBe(written);
        }),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});

describe('encodeCursor', () => {
  it('leaves out a tracked id with which the cursor could not be sent back', () => {
    expect(encodeCursor('a', 1, 'b'.repeat(MAX_CURSOR_CHARACTERS - 4))).toHaveLength(MAX_CURSOR_CHARACTERS);
    expect(encodeCursor('a', 1, 'b'.repeat(MAX_CURSOR_CHARACTERS - 3))).toBe('a.1');
  });
});
