import { spawn } from 'node:child_process';

const progressEveryMs = 10_000;

/**
 * Runs a long command quietly: a line every ten seconds says that it lives, and its output is shown only when it fails.
 * @param {string} label
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<void>} Rejects when the command cannot be started or does not exit with 0.
 */
export function runWithProgress(label, command, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const startedAt = Date.now();
    const seconds = () => Math.round((Date.now() - startedAt) / 1000);
    const child = spawn(command, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    /** @type {Buffer[]} */
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    const progress = setInterval(() => console.log(`setup: ${label}, ${seconds()} s so far`), progressEveryMs);
    child.once('error', (error) => {
      clearInterval(progress);
      reject(new Error(`${label} could not be started: ${error.message}`));
    });
    child.once('close', (code, signal) => {
      clearInterval(progress);
      if (code === 0) {
        console.log(`setup: ${label} done in ${seconds()} s`);
        resolve();
        return;
      }
      process.stderr.write(Buffer.concat(output));
      reject(
        new Error(
          `${label} failed (${code === null ? `signal ${signal}` : `exit code ${code}`}); its output stands above.`,
        ),
      );
    });
  });
}
