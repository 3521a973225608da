import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SourceChange } from './source-changes.js';
import { createSourceWatcher, type SourceWatcher } from './source-watcher.js';

let folder: string;
let watcher: SourceWatcher;
let seen: SourceChange[];
let notice: () => void;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'trunkline-watch-')));
  seen = [];
  notice = () => undefined;
  for (const name of ['src', 'api', 'node_modules', '.git']) mkdirSync(join(folder, name));
  watcher = createSourceWatcher({
    outFolders: [join(folder, 'api')],
    onChange: (change) => {
      seen.push(change);
      notice();
    },
    onError: (error) => {
      throw error;
    },
  });
});

afterEach(async () => {
  await watcher.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, text = ''): void => writeFileSync(join(folder, name), text);
/** Waits until the file is among what was seen. */
const sees = (kind: SourceChange['kind'], name: string): Promise<void> =>
  new Promise((resolve) => {
    notice = () => {
      if (seen.some((change) => change.kind === kind && change.path === join(folder, name))) resolve();
    };
    notice();
  });

describe('createSourceWatcher', () => {
  it('sees sources that change, come and go, and nothing else', async () => {
    write('src/a.ts');
    write('src/b.ts');
    await watcher.watch([folder], Infinity);
    expect(seen).toEqual([]);
    for (const other of ['node_modules/x.ts', '.git/x.json', 'api/x.ts', 'src/notes.md']) write(other);
    write('src/a.ts', 'changed');
    await sees('changed', 'src/a.ts');
    write('src/c.ts');
    await sees('added', 'src/c.ts');
    rmSync(join(folder, 'src/b.ts'));
    await sees('removed', 'src/b.ts');
    const names = new Set(seen.map(({ path }) => path.slice(folder.length + 1)));
    expect(names).toEqual(new Set(['src/a.ts', 'src/b.ts', 'src/c.ts']));
  });

  it('sees what changed before it watched, since the time that it is told', async () => {
    write('src/old.ts');
    write('src/new.ts');
    utimesSync(join(folder, 'src/old.ts'), 1000, 1000);
    await watcher.watch([folder], statSync(join(folder, 'src/new.ts')).mtimeMs);
    expect(seen).toEqual([{ kind: 'changed', path: join(folder, 'src/new.ts') }]);
  });

  it('sees a file that is replaced as a whole as one that changed', async () => {
    write('src/a.ts', 'before');
    await watcher.watch([folder], Infinity);
    write('src/a.ts.tmp', 'after');
    renameSync(join(folder, 'src/a.ts.tmp'), join(folder, 'src/a.ts'));
    await sees('changed', 'src/a.ts');
    expect(seen.every(({ kind }) => kind === 'changed')).toBe(true);
  });

  it('watches a folder once, however often it is told', async () => {
    write('src/a.ts');
    await watcher.watch([join(folder, 'src')], 0);
    await watcher.watch([join(folder, 'src')], 0);
    expect(seen).toHaveLength(1);
  });
});
