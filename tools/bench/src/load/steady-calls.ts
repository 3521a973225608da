import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { BenchClient, CallName } from '../clients/client-port.js';
import type { SteadyCallsResult } from '../processes/commands.js';

// A client whose calls fail at once must not keep its process from everything else.
const pauseAfterFailureMs = 100;

/** Keeps one call under way on each connection until it is stopped, and goes on when one fails. */
export class SteadyCalls {
  readonly #lanes: readonly Promise<void>[];
  readonly #name: CallName;
  #isStopped = false;
  #callCount = 0;
  #failedCount = 0;
  #failure: string | undefined;
  #longestMs = 0;

  constructor(clients: readonly BenchClient[], name: CallName) {
    this.#name = name;
    this.#lanes = clients.map((client) => this.#run(client));
  }

  /** What the calls came to, once the last is answered. */
  async stop(): Promise<SteadyCallsResult> {
    this.#isStopped = true;
    await Promise.all(this.#lanes);
    return {
      callCount: this.#callCount,
      failedCount: this.#failedCount,
      failure: this.#failure,
      longestMs: this.#longestMs,
    };
  }

  async #run(client: BenchClient): Promise<void> {
    while (!this.#isStopped) {
      this.#callCount += 1;
      const calledAt = performance.now();
      try {
        await client.call(this.#name, { id: this.#callCount });
        this.#longestMs = Math.max(this.#longestMs, performance.now() - calledAt);
      } catch (thrown) {
        this.#failedCount += 1;
        this.#failure ??= String(thrown);
        await delay(pauseAfterFailureMs);
      }
    }
  }
}
