import { accessSync, constants, existsSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runWithProgress } from './run-with-progress.mjs';

/**
 * Programs that npm cannot bring. Each names what needs it, so that a reader of the list, or of the refusal, knows why.
 * What brings no program is known by a file of its own.
 * @typedef {{ debianName: string, executables: readonly string[], files?: readonly string[], neededBy: string, commands: readonly string[] }} SystemPackage
 * @type {readonly SystemPackage[]}
 */
const systemPackages = [
  {
    debianName: 'chromium',
    executables: ['chromium'],
    neededBy: 'the end-to-end tests in a browser',
    commands: ['test'],
  },
  {
    debianName: 'nginx',
    executables: ['nginx'],
    neededBy: 'the tests through proxies',
    commands: ['test'],
  },
  {
    debianName: 'haproxy',
    executables: ['haproxy'],
    neededBy: 'the tests through proxies',
    commands: ['test'],
  },
  {
    debianName: 'openssl',
    executables: ['openssl'],
    neededBy: 'the certificates of the tests through proxies',
    commands: ['test'],
  },
  {
    debianName: 'python3-websockets',
    executables: [],
    files: ['/usr/lib/python3/dist-packages/websockets/__init__.py'],
    neededBy: 'the tests of generated Python clients',
    commands: ['test'],
  },
];

// Debian puts servers where a plain user's PATH does not look.
const systemFolders = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

// Asked by Debian's packages before they start what they bring; 101 says no.
const servicePolicyPath = '/usr/sbin/policy-rc.d';

/**
 * @param {string} command
 * @returns {readonly SystemPackage[]}
 */
export function listMissingSystemPackages(command) {
  return systemPackages.filter((candidate) => candidate.commands.includes(command) && !isPresent(candidate));
}

/**
 * @param {Pick<SystemPackage, 'executables' | 'files'>} candidate
 * @returns {boolean} Whether something that the package brings is on this machine.
 */
export function isPresent({ executables, files = [] }) {
  return executables.some(isInstalled) || files.some((file) => existsSync(file));
}

/**
 * @param {readonly SystemPackage[]} missing
 * @returns {Promise<void>} Rejects with the line to type when we may not install them ourselves.
 */
export async function installSystemPackages(missing) {
  if (missing.length === 0) return;
  const reasons = missing.map(({ debianName, neededBy }) => `${debianName} (for ${neededBy})`).join(', ');
  const parameters = ['install', '-y', '--no-install-recommends', ...missing.map(({ debianName }) => debianName)];
  if (!isInstalled('apt-get')) {
    throw new Error(
      `missing on this machine: ${reasons}. Install it, so that it is found on the PATH, and run the command again.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new Error(
      `missing on this machine: ${reasons}. Run this, then the command again:\n\n    sudo apt-get ${parameters.join(' ')}\n`,
    );
  }
  console.log(`setup: installing ${reasons}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await withServicesOff(servicePolicyPath, async () => {
    try {
      await runWithProgress('apt-get install', 'apt-get', parameters, { env });
    } catch {
      console.log('setup: trying once more with a fresh package list');
      await runWithProgress('apt-get update', 'apt-get', ['update'], { env });
      await runWithProgress('apt-get install', 'apt-get', parameters, { env });
    }
  });
}

/**
 * Keeps packages from starting the services that they bring: the tests start proxies of their own, and port 80 of somebody's
 * machine is none of our business. A policy that the machine already has stays as it is.
 * @param {string} policyPath
 * @param {() => Promise<void>} install
 * @returns {Promise<void>}
 */
export async function withServicesOff(policyPath, install) {
  if (existsSync(policyPath)) return install();
  writeFileSync(policyPath, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    await install();
  } finally {
    rmSync(policyPath, { force: true });
  }
}

/** @param {string} executable */
function isInstalled(executable) {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...systemFolders];
  return folders.some((folder) => isExecutable(join(folder, executable)));
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
