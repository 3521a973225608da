import { describe, expect, it } from '@jest/globals';
import { compareNames } from './compare-names.js';

const check = (names: readonly string[], committed: readonly string[]): readonly string[] =>
  compareNames({ entry: 'libs/a/src/index.ts', list: 'a.txt', names, committed }).map(({ problem }) => problem);

describe('compareNames', () => {
  it('finds nothing when both agree', () => {
    expect(check(['run', 'type Port'], ['run', 'type Port'])).toEqual([]);
  });

  it('names what came and what went', () => {
    expect(check(['walk'], ['run'])).toEqual(['exports walk, which a.txt lacks.', 'no longer exports run.']);
  });
});
