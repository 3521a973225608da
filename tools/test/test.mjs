// Runs every target and check of every project through Nx, and ends with one plain line of totals. Parameters are handed on
// to `nx run-many`, so that `npm test -- --projects=client` runs one project's part.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addUp } from './add-up.mjs';

const workspaceRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const targets = [
  'format',
  'lint',
  'boundaries',
  'conventions',
  'api',
  'protocol-document',
  'state-machines',
  'failures',
  'guides',
  'fresh',
  'typecheck',
  'build',
  'package',
  'bundle',
  'test',
  'e2e',
];

const startedAt = Date.now();
const exitCode = await runNx();
const { failedTasks, line } = addUp(readTasks(), readSummary, exitCode);
for (const task of failedTasks) console.error(`failed: ${task} (alone: npx nx run ${task})`);
console.log(
  `${Math.round((Date.now() - startedAt) / 1000)} s; specs are counted one by one, other targets as one each:`,
);
console.log(line);
process.exitCode = exitCode;

/** @returns {Promise<number>} */
function runNx() {
  const nx = join(workspaceRoot, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  // What another clone or an earlier run proved is not proof for this one.
  const cache = process.env['CI'] ? ['--skip-nx-cache'] : [];
  const parameters = ['run-many', '--targets', targets.join(','), ...cache, ...process.argv.slice(2)];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [nx, ...parameters], { cwd: workspaceRoot, stdio: 'inherit' });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * What Nx says of the run that just ended, from the cache or not.
 * @returns {import('./add-up.mjs').Task[]}
 */
function readTasks() {
  const { run, tasks } = readJson(join(workspaceRoot, '.nx', 'cache', 'run.json')) ?? {};
  return run && Date.parse(run.endTime) >= startedAt ? tasks : [];
}

/**
 * @param {import('./add-up.mjs').Task} task
 * @returns {import('./add-up.mjs').Summary | undefined}
 */
function readSummary({ projectName, target }) {
  return readJson(join(workspaceRoot, '.nx', 'results', projectName, `${target}.json`));
}

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
