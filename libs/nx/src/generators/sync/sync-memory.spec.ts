import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SyncMemory } from './sync-memory.js';

let root: string;
let memory: SyncMemory;
const path = (name: string): string => join(root, name);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'trunkline-memory-'));
  for (const folder of ['src/node_modules', 'api']) mkdirSync(path(folder), { recursive: true });
  writeFileSync(path('src/router.ts'), '1');
  memory = new SyncMemory(path('.nx/memory.json'));
  memory.remember(path('api'), [path('src')]);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('SyncMemory', () => {
  it('remembers, also in the next process', () => {
    expect(memory.isFresh(path('api'))).toBe(true);
    expect(new SyncMemory(path('.nx/memory.json')).isFresh(path('api'))).toBe(true);
    expect(memory.isFresh(path('other'))).toBe(false);
  });

  it.each<[string, () => void]>([
    ['a source that changed', () => writeFileSync(path('src/router.ts'), '22')],
    ['a source that was touched', () => utimesSync(path('src/router.ts'), 9, 9)],
    ['a new source', () => writeFileSync(path('src/new.ts'), '')],
    ['a client that somebody edited', () => writeFileSync(path('api/client.ts'), '')],
    ['sources that are gone', () => rmSync(path('src'), { recursive: true })],
  ])('notices %s', (_what, change) => {
    change();
    expect(memory.isFresh(path('api'))).toBe(false);
  });

  it('looks at no packages, and knows nothing where its file is broken', () => {
    writeFileSync(path('src/node_modules/a.js'), '');
    expect(memory.isFresh(path('api'))).toBe(true);
    writeFileSync(path('.nx/memory.json'), '{');
    expect(new SyncMemory(path('.nx/memory.json')).isFresh(path('api'))).toBe(false);
  });
});
