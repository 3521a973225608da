import { printCanonical } from '../contract/canonical.js';
import type { GeneratedFile } from '../emit/generated-file.js';

/** Where a generated package keeps the list of its generated files, by which those that went out of use are known. */
export const LIST_PATH = 'generated.json';

/** The list of files as a file. */
export function printGeneratedList(files: readonly GeneratedFile[]): GeneratedFile {
  const paths = files.filter(({ onlyIfMissing }) => onlyIfMissing !== true).map(({ path }) => path);
  return { path: LIST_PATH, text: printCanonical({ trunkline: 1, files: [...paths, LIST_PATH].toSorted() }) };
}

/**
 * The paths that a list names. Somebody may have written into it by hand, so nothing of it leads out of the folder; what
 * cannot be read names nothing.
 */
export function readGeneratedList(text: string): readonly string[] {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return [];
  }
  const files: unknown = typeof list === 'object' && list !== null ? Reflect.get(list, 'files') : undefined;
  return Array.isArray(files) ? files.filter((path) => typeof path === 'string').filter(isWithin) : [];
}

function isWithin(path: string): boolean {
  return /^[^/\\:]+(?:\/[^/\\:]+)*$/u.test(path) && !path.split('/').includes('..') && !path.split('/').includes('.');
}
