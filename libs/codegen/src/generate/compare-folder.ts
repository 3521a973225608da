import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../contract/canonical.js';
import type { GeneratedFile } from '../emit/generated-file.js';
import { LIST_PATH, readGeneratedList } from './generated-list.js';

/** A file that is not as it would be generated. */
export type FileChange =
  | { readonly path: string; readonly kind: 'added'; readonly after: string }
  | { readonly path: string; readonly kind: 'changed'; readonly before: string; readonly after: string }
  | { readonly path: string; readonly kind: 'removed'; readonly before: string };

/** How a folder is looked at. */
export interface CompareOptions {
  /** Whether a `dist` that is not there at all is no difference, as in a clone that leaves it out. @default false */
  readonly mayLackCompiled?: boolean;
}

/** What has to happen to a folder so that it holds the generated files and none of those that went out of use. */
export async function compareFolder(
  outFolder: string,
  files: readonly GeneratedFile[],
  { mayLackCompiled = false }: CompareOptions = {},
): Promise<readonly FileChange[]> {
  const lacksCompiled = mayLackCompiled && !existsSync(join(outFolder, 'dist'));
  const expected = files.filter(({ path }) => !(lacksCompiled && path.startsWith('dist/')));
  const changes = await Promise.all(expected.map((file) => compareFile(outFolder, file)));
  const stale = await findStale(outFolder, files);
  return [...changes, ...stale]
    .filter((change) => change !== undefined)
    .toSorted((left, right) => compareText(left.path, right.path));
}

async function compareFile(outFolder: string, file: GeneratedFile): Promise<FileChange | undefined> {
  const { path, text, onlyIfMissing } = file;
  const before = await readText(join(outFolder, path));
  if (before === undefined) return { path, kind: 'added', after: text };
  if (onlyIfMissing === true || before === text) return undefined;
  return { path, kind: 'changed', before, after: text };
}

async function findStale(outFolder: string, files: readonly GeneratedFile[]): Promise<readonly FileChange[]> {
  const list = await readText(join(outFolder, LIST_PATH));
  if (list === undefined) return [];
  const expected = new Set(files.map(({ path }) => path));
  const stale = readGeneratedList(list).filter((path) => !expected.has(path));
  const texts = await Promise.all(stale.map((path) => readText(join(outFolder, path))));
  return stale.flatMap((path, index) => {
    const before = texts[index];
    return before === undefined ? [] : [{ path, kind: 'removed' as const, before }];
  });
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return undefined;
    }
    throw error;
  }
}
