import { describe, expect, it } from '@jest/globals';
import { addChange, changedFilesOf, type SourceChange, type SourceChanges } from './source-changes.js';

const collect = (...changes: readonly SourceChange[]): SourceChanges =>
  changes.reduce<SourceChanges>(addChange, new Map());

describe('addChange', () => {
  it('keeps the latest of each file', () => {
    const changes = collect(
      { kind: 'changed', path: '/a.ts' },
      { kind: 'changed', path: '/b.ts' },
      { kind: 'removed', path: '/a.ts' },
    );
    expect([...changes]).toEqual([
      ['/a.ts', 'removed'],
      ['/b.ts', 'changed'],
    ]);
  });

  it('leaves a new file new when it changes', () => {
    expect([...collect({ kind: 'added', path: '/a.ts' }, { kind: 'changed', path: '/a.ts' })]).toEqual([
      ['/a.ts', 'added'],
    ]);
  });
});

describe('changedFilesOf', () => {
  it('names files that only changed', () => {
    const changes = collect({ kind: 'changed', path: '/a.ts' }, { kind: 'changed', path: '/b.ts' });
    expect(changedFilesOf(changes)).toEqual(['/a.ts', '/b.ts']);
  });

  it.each(['added', 'removed'] as const)('has everything read anew when a file was %s', (kind) => {
    expect(changedFilesOf(collect({ kind: 'changed', path: '/a.ts' }, { kind, path: '/b.ts' }))).toBeUndefined();
  });
});
