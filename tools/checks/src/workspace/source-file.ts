import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of code, with its text. */
export interface SourceFile {
  /** The path from the workspace's root. */
  readonly path: string;
  readonly text: string;
}

const skippedFolders = new Set(['node_modules', 'dist', 'coverage', 'public', '.pulse']);

/** Reads all code below the folder, without what was built or installed. */
export function readSourceFiles(workspaceRoot: string, folder: string): readonly SourceFile[] {
  const path = join(workspaceRoot, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const entryPath = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : readSourceFiles(workspaceRoot, entryPath);
    if (!/\.[cm]?[jt]sx?$/.test(entry.name)) return [];
    return [{ path: entryPath, text: readFileSync(join(workspaceRoot, entryPath), 'utf8') }];
  });
}

/** The paths of specs, of what only they read, and of settings: none of it is published, so some rules let it be. */
export const testOrConfigurationPattern = String.raw`\.(spec|d-spec|type-spec|spec-support|config)\.[cm]?[jt]sx?$|/(e2e|src/testing)/`;

/** Says whether the file is for specs or tools alone. */
export function isTestOrConfiguration(path: string): boolean {
  return new RegExp(testOrConfigurationPattern).test(path);
}
