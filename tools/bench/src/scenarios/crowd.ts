import { setTimeout as delay } from 'node:timers/promises';
import type { Interruption } from '../load/arrivals.js';
import type { BenchProcess } from '../processes/bench-process.js';
import type { ClientCommands } from '../processes/commands.js';
import type { Pair } from '../processes/pair.js';

// Several processes share them, so that the clients are not what is measured.
const defaultProcessCount = 4;

/** Many clients of one server, in a few processes. */
export class Crowd {
  readonly #pair: Pair;
  readonly #count: number;
  readonly #processCount: number;

  constructor(pair: Pair, count: number, processCount = defaultProcessCount) {
    this.#pair = pair;
    this.#count = count;
    this.#processCount = processCount;
  }

  /** Connects them all. */
  async connect(): Promise<void> {
    const share = Math.floor(this.#count / this.#processCount);
    const rest = this.#count - share * (this.#processCount - 1);
    await this.#each((_, index) => this.#pair.connect(index === 0 ? rest : share, index));
  }

  /** Asks each process the same. */
  ask<Name extends keyof ClientCommands>(
    name: Name,
    ...argument: Parameters<ClientCommands[Name]>
  ): Promise<Awaited<ReturnType<ClientCommands[Name]>>[]> {
    return this.#each((process) => process.ask(name, ...argument));
  }

  /** Waits until all have the newest number, or the time is over. */
  async untilUpToDate(interruption: Interruption, timeoutMs: number): Promise<void> {
    const stepMs = 100;
    for (let elapsedMs = 0; elapsedMs < timeoutMs; elapsedMs += stepMs) {
      const behind = await this.ask('countBehind', interruption);
      if (behind.every((count) => count === 0)) return;
      await delay(stepMs);
    }
  }

  #each<Result>(action: (process: BenchProcess<ClientCommands>, index: number) => Promise<Result>): Promise<Result[]> {
    return Promise.all(
      Array.from({ length: this.#processCount }, (_, index) => action(this.#pair.client(index), index)),
    );
  }
}
