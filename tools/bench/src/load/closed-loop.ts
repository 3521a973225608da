import { performance } from 'node:perf_hooks';
import type { BenchClient, CallName } from '../clients/client-port.js';
import type { LoadResult } from '../processes/commands.js';

interface LoopSettings {
  readonly name: CallName;
  readonly inFlight: number;
  readonly durationMs: number;
  readonly recordsLatencies: boolean;
}

/** Keeps calls under way: whenever one is answered the next is made, until the time is over and the last is answered. */
export async function runClosedLoop(clients: readonly BenchClient[], settings: LoopSettings): Promise<LoadResult> {
  const loop = new ClosedLoop(settings);
  const lanes = clients.flatMap((client) => Array.from({ length: settings.inFlight }, () => client));
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const timer = setTimeout(() => loop.stop(), settings.durationMs);
  await Promise.all(lanes.map((client) => loop.run(client)));
  clearTimeout(timer);
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    callCount: loop.callCount,
    cpuMicros: user + system,
    elapsedMs: performance.now() - startedAt,
    latenciesMs: loop.latenciesMs,
  };
}

class ClosedLoop {
  readonly latenciesMs: number[] = [];
  callCount = 0;
  readonly #name: CallName;
  readonly #recordsLatencies: boolean;
  #isStopped = false;

  constructor({ name, recordsLatencies }: LoopSettings) {
    this.#name = name;
    this.#recordsLatencies = recordsLatencies;
  }

  stop(): void {
    this.#isStopped = true;
  }

  async run(client: BenchClient): Promise<void> {
    while (!this.#isStopped) {
      this.callCount += 1;
      const calledAt = this.#recordsLatencies ? performance.now() : 0;
      await client.call(this.#name, { id: this.callCount });
      if (this.#recordsLatencies) this.latenciesMs.push(performance.now() - calledAt);
    }
  }
}
