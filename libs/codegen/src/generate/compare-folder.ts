import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../contract/canonical.js';
import type { GeneratedFile } from '../emit/generated-file.js';
import { LIST_PATH, readGeneratedList } from './generated-list.js';

/** A file that is not as it would be generated. */
export type FileChange =
  | { readonly path: string; readonly kind: 'added'; readonly after: string }
  /** `before` is read when it is asked for, and so must be before the change is carried out. */
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
  const changes = expected.map((file) => compareFile(outFolder, file));
  return [...changes, ...findStale(outFolder, files)]
    .filter((change) => change !== undefined)
    .toSorted((left, right) => compareText(left.path, right.path));
}

function compareFile(outFolder: string, file: GeneratedFile): FileChange | undefined {
  const { path, text, onlyIfMissing } = file;
  const fullPath = join(outFolder, path);
  const sizeBytes = unlessMissing(() => statSync(fullPath).size);
  if (sizeBytes === undefined) return { path, kind: 'added', after: text };
  if (onlyIfMissing === true) return undefined;
  // A file of another length need not be read.
  const found = sizeBytes === Buffer.byteLength(text) ? unlessMissing(() => readFileSync(fullPath)) : undefined;
  if (found !== undefined && isText(found, text)) return undefined;
  return new ChangedFile(path, fullPath, text);
}

function findStale(outFolder: string, files: readonly GeneratedFile[]): readonly FileChange[] {
  const list = readText(join(outFolder, LIST_PATH));
  if (list === undefined) return [];
  const expected = new Set(files.map(({ path }) => path));
  const stale = readGeneratedList(list).filter((path) => !expected.has(path));
  return stale.flatMap((path) => {
    const before = readText(join(outFolder, path));
    return before === undefined ? [] : [{ path, kind: 'removed' as const, before }];
  });
}

// Most that differ do so near their beginning, where a document names its version.
function isText(bytes: Buffer, text: string): boolean {
  // Without its end, where a character may be cut in two.
  const beginning = Buffer.from(text.slice(0, BEGINNING_CHARACTERS)).subarray(0, -MAX_CHARACTER_BYTES);
  return bytes.subarray(0, beginning.length).equals(beginning) && bytes.equals(Buffer.from(text));
}

const BEGINNING_CHARACTERS = 4096;
const MAX_CHARACTER_BYTES = 4;

class ChangedFile {
  readonly kind = 'changed';
  readonly path: string;
  readonly after: string;
  readonly #fullPath: string;

  constructor(path: string, fullPath: string, after: string) {
    this.path = path;
    this.#fullPath = fullPath;
    this.after = after;
  }

  get before(): string {
    return readFileSync(this.#fullPath, 'utf8');
  }
}

function readText(path: string): string | undefined {
  return unlessMissing(() => readFileSync(path, 'utf8'));
}

// Files of megabytes are read at once: piece by piece, each in another thread, takes twice as long.
function unlessMissing<TResult>(look: () => TResult): TResult | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return undefined;
    }
    throw error;
  }
}
