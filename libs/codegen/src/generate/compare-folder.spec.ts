import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { GeneratedFile } from '../emit/generated-file.js';
import { compareFolder } from './compare-folder.js';
import { printGeneratedList } from './generated-list.js';
import { writeChanges } from './write-changes.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trunkline-folder-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const withList = (...files: readonly GeneratedFile[]): readonly GeneratedFile[] => [
  ...files,
  printGeneratedList(files),
];
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const list = async (files: readonly GeneratedFile[], options = {}): Promise<readonly string[]> =>
  (await compareFolder(folder, files, options)).map(({ kind, path }) => `${kind} ${path}`);
const write = async (files: readonly GeneratedFile[]): Promise<void> =>
  writeChanges(folder, await compareFolder(folder, files));

const types: GeneratedFile = { path: 'src/types.ts', text: 'types\n' };
const client: GeneratedFile = { path: 'src/client.ts', text: 'client\n' };
const compiled: GeneratedFile = { path: 'dist/client.js', text: 'js\n' };
const manifest: GeneratedFile = { path: 'package.json', text: '{}\n', onlyIfMissing: true };

describe('compareFolder and writeChanges', () => {
  it('finds everything missing in a folder that is not there, and nothing once it is written', async () => {
    rmSync(folder, { recursive: true });
    const files = withList(types, client, manifest);
    expect(await list(files)).toEqual([
      'added generated.json',
      'added package.json',
      'added src/client.ts',
      'added src/types.ts',
    ]);
    await write(files);
    expect(await list(files)).toEqual([]);
    expect(readFileSync(join(folder, 'src/types.ts'), 'utf8')).toBe('types\n');
  });

  it('sees a change that leaves the length as it is, and what was there before', async () => {
    await write([types]);
    put('src/types.ts', 'typos\n');
    expect(await compareFolder(folder, [types])).toEqual([
      expect.objectContaining({ path: 'src/types.ts', kind: 'changed', after: 'types\n' }),
    ]);
    const [change] = await compareFolder(folder, [types]);
    expect(change?.kind === 'changed' && change.before).toBe('typos\n');
  });

  it('takes long texts of any characters for what they are', async () => {
    for (const start of ['', 'x', 'xy', 'xyz']) {
      const files = [{ path: 'a.md', text: `${start}${'\u{1f4a1}'.repeat(5000)}` }];
      await write(files);
      expect(await list(files)).toEqual([]);
    }
  });

  it('does not touch what is right already', async () => {
    const files = withList(types, client);
    await write(files);
    const before = statSync(join(folder, 'src/client.ts'));
    put('src/types.ts', 'edited\n');
    expect(await list(files)).toEqual(['changed src/types.ts']);
    await write(files);
    expect(readFileSync(join(folder, 'src/types.ts'), 'utf8')).toBe('types\n');
    expect(statSync(join(folder, 'src/client.ts'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    expect(readdirSync(join(folder, 'src')).toSorted()).toEqual(['client.ts', 'types.ts']);
  });

  it('leaves to its owner what was written once', async () => {
    put('package.json', '{ "name": "mine" }');
    expect(await list([manifest])).toEqual([]);
  });

  it('removes what went out of use with the folders that this empties, and nothing else', async () => {
    await write(withList(types, client, { path: 'docs/schemas/bundle.json', text: '{}' }));
    put('src/by-hand.ts', 'mine');
    const files = withList(client);
    expect(await list(files)).toEqual([
      'removed docs/schemas/bundle.json',
      'changed generated.json',
      'removed src/types.ts',
    ]);
    await write(files);
    expect(readdirSync(folder).toSorted()).toEqual(['generated.json', 'src']);
    expect(readdirSync(join(folder, 'src')).toSorted()).toEqual(['by-hand.ts', 'client.ts']);
  });

  it('takes a clone without compiled files for whole where it may lack them, and not one with old ones', async () => {
    const files = withList(client, compiled);
    await write(files);
    rmSync(join(folder, 'dist'), { recursive: true });
    expect(await list(files, { mayLackCompiled: true })).toEqual([]);
    expect(await list(files)).toEqual(['added dist/client.js']);
    put('dist/client.js', 'old\n');
    expect(await list(files, { mayLackCompiled: true })).toEqual(['changed dist/client.js']);
  });

  it('says that a file stands where a folder is needed', async () => {
    put('src', 'a file');
    await expect(write([types])).rejects.toThrow(/EEXIST|ENOTDIR/u);
  });
});
