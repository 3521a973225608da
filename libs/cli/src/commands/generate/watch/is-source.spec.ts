import { describe, expect, it } from '@jest/globals';
import { isSource, mayHoldSources } from './is-source.js';

const rules = { folder: '/work/dist/app', outFolders: ['/work/dist/app/libs/api'] };

describe('mayHoldSources', () => {
  it.each(['/work/dist/app', '/work/dist/app/src', '/work/dist/app/libs', '/work/dist/app/libs/api-two'])(
    'looks into %s',
    (path) => expect(mayHoldSources(path, rules)).toBe(true),
  );

  it.each([
    '/work/dist/app/node_modules',
    '/work/dist/app/libs/x/dist',
    '/work/dist/app/.git',
    '/work/dist/app/src/.cache/a',
    '/work/dist/app/libs/api',
    '/work/dist/app/libs/api/src',
  ])('leaves %s alone', (path) => expect(mayHoldSources(path, rules)).toBe(false));
});

describe('isSource', () => {
  it.each(['/a/b.ts', '/a/b.tsx', '/a/b.mts', '/a/b.cjs', '/a/b.json'])('takes %s', (path) => {
    expect(isSource(path)).toBe(true);
  });

  it.each(['/a/b.md', '/a/b.ts~', '/a/b.ts.1234.tmp', '/a/ts'])('leaves %s', (path) => {
    expect(isSource(path)).toBe(false);
  });
});
