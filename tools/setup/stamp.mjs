import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stampFile = join('node_modules', '.setup-stamp');

/**
 * Says whether node_modules was installed, to the end, from the files that lie here now.
 * @param {string} workspaceRoot
 */
export function hasCurrentStamp(workspaceRoot) {
  const path = join(workspaceRoot, stampFile);
  return existsSync(path) && readFileSync(path, 'utf8') === computeStamp(workspaceRoot);
}

/**
 * Call it only after a successful install, so that an interrupted one is done again.
 * @param {string} workspaceRoot
 */
export function writeStamp(workspaceRoot) {
  writeFileSync(join(workspaceRoot, stampFile), computeStamp(workspaceRoot));
}

/** @param {string} workspaceRoot */
export function computeStamp(workspaceRoot) {
  const hash = createHash('sha256');
  for (const path of ['package.json', 'package-lock.json', '.npmrc', ...listProjectManifests(workspaceRoot)]) {
    hash.update(`${path}\0`);
    hash.update(readFileSync(join(workspaceRoot, path)));
  }
  // Binaries differ by platform, and native modules by the ABI: a checkout shared with another machine installs again.
  hash.update(`${process.platform} ${process.arch} ${process.versions.modules}`);
  return hash.digest('hex');
}

/**
 * The package.json files of all projects, from the workspace's root.
 * @param {string} workspaceRoot
 */
export function listProjectManifests(workspaceRoot) {
  return ['libs', 'apps', 'tools']
    .filter((folder) => existsSync(join(workspaceRoot, folder)))
    .flatMap((folder) => readdirSync(join(workspaceRoot, folder)).map((name) => join(folder, name, 'package.json')))
    .filter((path) => existsSync(join(workspaceRoot, path)))
    .toSorted((left, right) => left.localeCompare(right));
}
