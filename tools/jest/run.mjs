// Runs jest for the project in the current folder, with native ES modules and an end: a spec that leaves a socket open keeps
// jest alive for ever, so after the time limit the run is killed and counts as failed. Parameters are handed on to jest.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const timeLimitMs = 300_000;
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');

const { NX_WORKSPACE_ROOT: root, NX_TASK_TARGET_PROJECT: project, NX_TASK_TARGET_TARGET: target } = process.env;
const summaryFile = root && project && target ? join(root, '.nx', 'results', project, `${target}.json`) : '';
// A run that dies must not leave the numbers of the one before.
if (summaryFile) rmSync(summaryFile, { force: true });

const nodeOptions = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  '--expose-gc',
  '--max-old-space-size=1536',
];
const child = spawn(process.execPath, [...nodeOptions, jest, '--runInBand', ...process.argv.slice(2)], {
  stdio: 'inherit',
  // A process group of its own, so that what the specs started is killed with them.
  detached: true,
  env: { ...process.env, JEST_SUMMARY_FILE: summaryFile },
});

const limit = setTimeout(() => {
  console.error(
    `jest was stopped after ${timeLimitMs / 1000} s. A spec probably leaves a socket, a server or a timer open:`,
  );
  console.error('close it in afterEach, and find it with --detectOpenHandles.');
  signalGroup('SIGKILL');
}, timeLimitMs);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => signalGroup(signal));

child.once('close', (code) => {
  clearTimeout(limit);
  process.exitCode = code ?? 1;
});

/** @param {NodeJS.Signals} signal */
function signalGroup(signal) {
  if (child.pid !== undefined) process.kill(-child.pid, signal);
}
