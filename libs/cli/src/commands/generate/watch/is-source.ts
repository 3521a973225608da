import { basename, relative, sep } from 'node:path';

/** What is looked at beneath a folder. */
export interface SourceRules {
  /** The folder that is watched. */
  readonly folder: string;
  /** Folders of generated packages: what is written there is no reason to write again. */
  readonly outFolders: readonly string[];
}

/** Whether a folder may hold sources: not what is installed, built, generated or hidden. */
export function mayHoldSources(path: string, { folder, outFolders }: SourceRules): boolean {
  if (outFolders.some((out) => path === out || path.startsWith(out + sep))) return false;
  // Above the watched folder names mean nothing: a project may lie in a folder called dist.
  return relative(folder, path)
    .split(sep)
    .every((name) => !skippedFolders.has(name) && !/^\.[^.]/.test(name));
}

/** Whether a router can depend on a file of this name. */
export function isSource(path: string): boolean {
  return /\.(?:[cm]?[jt]sx?|json)$/.test(basename(path));
}

const skippedFolders = new Set(['node_modules', 'dist', 'coverage']);
