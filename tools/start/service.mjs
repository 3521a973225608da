import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

const pollEveryMs = 100;

/** One of our programs, run from its TypeScript source, its output shown line by line behind its name. */
export class Service {
  /** @readonly */
  #child;
  #hasEnded = false;
  /** Settles with the exit code, 1 for an end by force. @type {Promise<number>} */
  ended;

  /** @param {{ name: string, main: string, workspaceRoot: string, env: NodeJS.ProcessEnv }} options */
  constructor({ name, main, workspaceRoot, env }) {
    // A process group of its own: Ctrl-C in a terminal goes to whole groups, and each program shall be asked only once.
    this.#child = spawn(process.execPath, ['--conditions=@trunkline/source', '--import', 'tsx', main], {
      cwd: workspaceRoot,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const prefix = `${name.padEnd(6)} | `;
    createInterface({ input: this.#child.stdout }).on('line', (line) => console.log(prefix + line));
    createInterface({ input: this.#child.stderr }).on('line', (line) => console.error(prefix + line));
    this.ended = new Promise((resolve) => {
      this.#child.once('error', (error) => {
        console.error(`${prefix}could not be started: ${error.message}`);
        this.#hasEnded = true;
        resolve(1);
      });
      this.#child.once('close', (code, signal) => {
        this.#hasEnded = true;
        // One that was asked to end before it could listen to the question has ended as asked.
        resolve(code ?? (signal === 'SIGINT' ? 0 : 1));
      });
    });
  }

  get hasEnded() {
    return this.#hasEnded;
  }

  /**
   * Asks until the answer is yes; no when the program ends or the time is over before that.
   * @param {() => Promise<boolean>} ask
   * @param {number} withinMs
   * @returns {Promise<boolean>}
   */
  async isReady(ask, withinMs) {
    const giveUpAt = Date.now() + withinMs;
    while (!this.#hasEnded && Date.now() < giveUpAt) {
      if (await ask()) return !this.#hasEnded;
      await Promise.race([delay(pollEveryMs), this.ended]);
    }
    return false;
  }

  /**
   * SIGINT first, so that it can drain; SIGKILL when it has not ended in time.
   * @param {number} withinMs
   */
  stop(withinMs) {
    if (this.#hasEnded) return;
    this.#child.kill('SIGINT');
    const kill = setTimeout(() => this.#child.kill('SIGKILL'), withinMs);
    void this.ended.then(() => clearTimeout(kill));
  }
}
