import { describe, expect, it } from '@jest/globals';
import { sourceFoldersOf } from './source-folders.js';

describe('sourceFoldersOf', () => {
  it('leaves out folders within others, and not those whose names only begin alike', () => {
    const files = ['/app/src/b/c.ts', '/app/src/a.ts', '/app/src-more/a.ts', '/models/user.ts', '/app/src/a.ts'];
    expect(sourceFoldersOf(files)).toEqual(['/app/src', '/app/src-more', '/models']);
  });

  it('takes the root for what holds all', () => {
    expect(sourceFoldersOf(['/a.ts', '/app/b.ts'])).toEqual(['/']);
  });
});
