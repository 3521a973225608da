import { join } from 'node:path';
import { withLockDirectory } from './lock-directory.mjs';
import { installNodeModules } from './node-modules.mjs';
import { hasCurrentStamp } from './stamp.mjs';
import { installSystemPackages, listMissingSystemPackages } from './system-packages.mjs';

/**
 * Brings the machine and node_modules to what the command needs; returns at once when they are there.
 * @param {string} workspaceRoot
 * @param {string} command 'start' or 'test'.
 */
export async function prepare(workspaceRoot, command) {
  if (isReady(workspaceRoot, command)) return;
  await withLockDirectory(join(workspaceRoot, '.nx', 'setup-lock'), async () => {
    // A second run has waited for the first here, and may find everything done.
    if (isReady(workspaceRoot, command)) return;
    // System packages come first: who cannot install them should not wait for npm to learn it.
    await installSystemPackages(listMissingSystemPackages(command));
    if (!hasCurrentStamp(workspaceRoot)) await installNodeModules(workspaceRoot);
    console.log('setup: ready');
  });
}

/**
 * @param {string} workspaceRoot
 * @param {string} command
 */
function isReady(workspaceRoot, command) {
  return listMissingSystemPackages(command).length === 0 && hasCurrentStamp(workspaceRoot);
}
