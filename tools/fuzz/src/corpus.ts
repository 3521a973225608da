import type { MakeMutants } from './mutants.js';

/** Kept frames; the oldest make room. */
const MAX_KEPT = 2000;
/** The newest are what leads on, so they are mutated most. */
const NEWEST = 32;

/** The frames that mutants are made from: good ones, and those that reached code that no other had reached. */
export class Corpus {
  readonly #samples: readonly string[];
  readonly #makeMutants: MakeMutants;
  #kept: readonly string[] = [];
  #newest: readonly string[] = [];

  constructor(samples: readonly string[], makeMutants: MakeMutants) {
    this.#samples = samples;
    this.#makeMutants = makeMutants;
  }

  get keptCount(): number {
    return this.#kept.length;
  }

  /** A third each of what was kept last, of all that was kept, and of the good frames. */
  make(count: number): readonly string[] {
    if (this.#kept.length === 0) return this.#makeMutants(this.#samples, count);
    const share = Math.round(count / 3);
    return [
      ...this.#makeMutants(this.#newest, share),
      ...this.#makeMutants(this.#kept, share),
      ...this.#makeMutants(this.#samples, Math.max(0, count - 2 * share)),
    ];
  }

  /** What is no JSON has no members to change, so it leads nowhere. */
  keep(frames: readonly string[]): void {
    this.#kept = [...this.#kept, ...frames.filter(isJson)].slice(-MAX_KEPT);
    this.#newest = this.#kept.slice(-NEWEST);
  }
}

function isJson(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}
