import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isDeeperThan } from './depth.js';
import { anyJson } from './testing/arbitraries.js';
import { fuzzRuns, fuzzTimeoutMs } from './testing/fuzz-runs.js';

const check = (text: string, maxDepth: number): boolean => isDeeperThan(JSON.parse(text), maxDepth, text.length);

describe('isDeeperThan', () => {
  it('counts arrays and objects as levels, and nothing else', () => {
    expect(check('"text"', 1)).toBe(false);
    expect(check('[1]', 1)).toBe(false);
    expect(check('[[]]', 1)).toBe(true);
    expect(check('{"a":[]}', 1)).toBe(true);
    expect(check('{"a":[{}]}', 2)).toBe(true);
    expect(check('{"a":[{}]}', 3)).toBe(false);
  });

  it('finds the deep branch among shallow ones', () => {
    expect(check('[1,{"a":2},[[["here"]]]]', 3)).toBe(true);
  });

  it('survives what is too deep for the stack, whatever the limit', () => {
    const levels = 200_000;
    expect(check('['.repeat(levels) + ']'.repeat(levels), 64)).toBe(true);
    expect(check('['.repeat(levels) + ']'.repeat(levels), levels - 1)).toBe(true);
  });

  it(
    'agrees with the brackets in the text',
    () => {
      fc.assert(
        fc.property(anyJson(), fc.integer({ min: 1, max: 8 }), (value, maxDepth) => {
          const text = JSON.stringify(value);
          expect(isDeeperThan(value, maxDepth, text.length)).toBe(bracketDepth(text) > maxDepth);
        }),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});

function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{}\]]/g)) {
    if (token === '[' || token === '{') deepest = Math.max(deepest, ++depth);
    else if (token === ']' || token === '}') depth--;
  }
  return deepest;
}
