import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { FileChange } from './compare-folder.js';

/**
 * Carries changes out. A file is replaced as a whole, so that whoever reads it meanwhile sees the one before or the one after;
 * a file that needs no change is not touched.
 */
export async function writeChanges(outFolder: string, changes: readonly FileChange[]): Promise<void> {
  await mkdir(outFolder, { recursive: true });
  for (const change of changes) {
    const path = join(outFolder, change.path);
    if (change.kind === 'removed') {
      await rm(path, { force: true });
      await removeEmptyFolders(dirname(path), outFolder);
    } else {
      replace(path, change.after);
    }
  }
}

// At once: writing megabytes piece by piece, each in another thread, takes twice as long.
function replace(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

async function removeEmptyFolders(folder: string, outFolder: string): Promise<void> {
  if (relative(outFolder, folder) === '') return;
  try {
    await rmdir(folder);
  } catch {
    // Something is left in it, so it stays.
    return;
  }
  await removeEmptyFolders(dirname(folder), outFolder);
}
