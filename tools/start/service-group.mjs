import { Service } from './service.mjs';

/**
 * Services that live and end together: when one ends, or when we are told to stop, the others are stopped too.
 */
export class ServiceGroup {
  /** @readonly @type {Service[]} */
  #services = [];
  #isStopping = false;
  #hasFailed = false;
  /** @readonly */
  #options;

  /** @param {{ workspaceRoot: string, env: NodeJS.ProcessEnv, stopWithinMs: number }} options */
  constructor(options) {
    this.#options = options;
  }

  get isStopping() {
    return this.#isStopping;
  }

  /**
   * @param {string} name The prefix of its lines.
   * @param {string} main Its source file, from the workspace's root.
   * @param {Record<string, string>} [env]
   */
  start(name, main, env = {}) {
    const { workspaceRoot } = this.#options;
    const service = new Service({ name, main, workspaceRoot, env: { ...this.#options.env, ...env } });
    this.#services.push(service);
    return service;
  }

  /** Asks each to end, and kills what is left after the time given. May be called again: nothing more happens. */
  stop() {
    if (this.#isStopping) return;
    this.#isStopping = true;
    for (const service of this.#services) service.stop(this.#options.stopWithinMs);
  }

  /** Stops all, and makes the end a failure. */
  fail() {
    this.#hasFailed = true;
    this.stop();
  }

  /**
   * Settles when all have ended: with 0 when they were told to stop and did so in time.
   * @returns {Promise<number>}
   */
  async untilAllEnded() {
    await Promise.race(this.#services.map((service) => service.ended));
    // A service that ends by itself is a failure even when it calls its own end a success.
    if (!this.#isStopping) this.fail();
    const codes = await Promise.all(this.#services.map((service) => service.ended));
    return this.#hasFailed || codes.some((code) => code !== 0) ? 1 : 0;
  }
}
