import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs the packages of competitors/ by its own lock, unless they are there.
 *
 * @throws Error with a sentence that says how to do without them.
 */
export function installCompetitors(benchRoot: string): void {
  const folder = join(benchRoot, 'competitors');
  if (isInstalled(folder)) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, stderr } = spawnSync(npm, ['ci', '--ignore-scripts'], { cwd: folder, encoding: 'utf8' });
  if (status === 0) return;
  throw new Error(
    `What is compared with could not be installed in ${folder} (npm ci). Leave it out by naming others, such as --variants trunkline,trpc.\n${stderr}`,
  );
}

/** npm keeps a copy of the lock beside what it installed, under the name of the folder's own packages. */
function isInstalled(folder: string): boolean {
  const installed = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = readVersions(join(folder, 'package-lock.json'));
  const present = readVersions(installed);
  return Object.keys(present).every((path) => present[path] === wanted[path]);
}

function readVersions(lockPath: string): Readonly<Record<string, string | undefined>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- npm wrote it.
  const { packages } = JSON.parse(readFileSync(lockPath, 'utf8')) as { packages: Record<string, { version?: string }> };
  return Object.fromEntries(Object.entries(packages).map(([path, { version }]) => [path, version]));
}
