import { performance } from 'node:perf_hooks';
import type { BenchClient } from '../clients/client-port.js';

/**
 * Calls at a steady pace, whether or not earlier calls were answered, as many independent users would. A prober that waits
 * for each answer would make one call during a freeze and so hide how many it harms.
 */
export class PacedProbe {
  readonly #client: BenchClient;
  readonly #latenciesMs: Promise<number>[] = [];
  readonly #timer: NodeJS.Timeout;

  constructor(client: BenchClient, everyMs: number) {
    this.#client = client;
    this.#timer = setInterval(() => this.#latenciesMs.push(this.#measure()), everyMs);
  }

  /** The latencies of all calls made so far, once the last is answered. */
  stop(): Promise<number[]> {
    clearInterval(this.#timer);
    return Promise.all(this.#latenciesMs);
  }

  async #measure(): Promise<number> {
    const calledAt = performance.now();
    await this.#client.call('item', { id: this.#latenciesMs.length });
    return performance.now() - calledAt;
  }
}
