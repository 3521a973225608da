import { dirname, sep } from 'node:path';

/** The folders that hold files, without those that lie within another of them; sorted. */
export function sourceFoldersOf(files: readonly string[]): readonly string[] {
  const folders = [...new Set(files.map((file) => dirname(file)))].toSorted();
  const kept: string[] = [];
  for (const folder of folders) {
    if (!kept.some((outer) => folder.startsWith(outer.endsWith(sep) ? outer : outer + sep))) kept.push(folder);
  }
  return kept;
}
