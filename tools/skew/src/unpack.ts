import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { PACKED_LIBRARIES, type PackedLibrary, type PackedManifest, packedPath } from './packed-libraries.js';

/** Not in the system's temporary folder, because what the libraries depend on is found in the folders above. */
const UNPACKED_FOLDER = join(import.meta.dirname, '../.unpacked');

/** Unpacks the libraries side by side, once for each set of them, and says where each one's module is. */
export async function unpackLibraries(manifest: PackedManifest): Promise<Readonly<Record<PackedLibrary, string>>> {
  const name = PACKED_LIBRARIES.map((library) => manifest.sha256[library].slice(0, 8)).join('-');
  const folder = join(UNPACKED_FOLDER, name);
  if (!(await isFolder(folder))) await unpackInto(folder);
  const moduleOf = (library: PackedLibrary): string =>
    pathToFileURL(join(folder, 'node_modules/@trunkline', library, 'dist/index.js')).href;
  return { protocol: moduleOf('protocol'), server: moduleOf('server'), client: moduleOf('client') };
}

// Renamed when it is complete, so that another run finds all of it or nothing.
async function unpackInto(folder: string): Promise<void> {
  await mkdir(UNPACKED_FOLDER, { recursive: true });
  const unfinished = await mkdtemp(join(UNPACKED_FOLDER, 'unfinished-'));
  for (const library of PACKED_LIBRARIES) {
    const target = join(unfinished, 'node_modules/@trunkline', library);
    await mkdir(target, { recursive: true });
    await promisify(execFile)('tar', ['-xzf', packedPath(library), '-C', target, '--strip-components=1']);
  }
  try {
    await rename(unfinished, folder);
  } catch (thrown) {
    await rm(unfinished, { recursive: true });
    if (!(await isFolder(folder))) throw thrown;
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
