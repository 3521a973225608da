import type { Clock } from './clock.js';

/** Runs what must be done again and again. A task that fails, on a full disk for instance, is told and tried again at its next turn. */
export class Upkeep {
  readonly #clock: Clock;
  readonly #log: (line: string) => void;
  readonly #stops: (() => void)[] = [];
  /** By task, so that a lasting trouble is one line and not one a second. */
  readonly #lastFailures = new Map<string, string>();

  constructor(clock: Clock, log: (line: string) => void) {
    this.#clock = clock;
    this.#log = log;
  }

  every(intervalMs: number, name: string, task: () => void): void {
    this.#stops.push(this.#clock.every(intervalMs, () => this.#run(name, task)));
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  #run(name: string, task: () => void): void {
    try {
      task();
      this.#lastFailures.delete(name);
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      if (this.#lastFailures.get(name) !== failure) this.#log(`Pulse could not ${name}: ${failure}. It tries again.`);
      this.#lastFailures.set(name, failure);
    }
  }
}
