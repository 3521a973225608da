import { mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { FileChange } from './compare-folder.js';

/**
 * Carries changes out. A file is replaced as a whole, so that whoever reads it meanwhile sees the one before or the one after;
 * a file that needs no change is not touched.
 */
export async function writeChanges(outFolder: string, changes: readonly FileChange[]): Promise<void> {
  await mkdir(outFolder, { recursive: true });
  await Promise.all(
    changes.map(async (change) => {
      if (change.kind !== 'removed') await replace(join(outFolder, change.path), change.after);
    }),
  );
  // In turn, because one may empty the folder of another.
  for (const { kind, path } of changes) {
    if (kind !== 'removed') continue;
    await rm(join(outFolder, path), { force: true });
    await removeEmptyFolders(dirname(join(outFolder, path)), outFolder);
  }
}

async function replace(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
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
