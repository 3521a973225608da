import type { Clock } from '@trunkline/protocol';

const SLICE_MS = 100;

/**
 * A time limit that counts only time in which this process could have listened: a compiler that keeps it busy for a minute
 * meanwhile must not make another process look late.
 */
export class Patience {
  readonly #clock: Clock;
  readonly #onEnd: () => void;
  #leftMs: number;
  #cancel: () => void;

  constructor(timeoutMs: number, clock: Clock, onEnd: () => void) {
    this.#clock = clock;
    this.#onEnd = onEnd;
    this.#leftMs = timeoutMs;
    this.#cancel = this.#wait();
  }

  stop(): void {
    this.#cancel();
  }

  #wait(): () => void {
    const sliceMs = Math.min(SLICE_MS, this.#leftMs);
    return this.#clock.schedule(sliceMs, () => {
      this.#leftMs -= sliceMs;
      if (this.#leftMs > 0) this.#cancel = this.#wait();
      else this.#onEnd();
    });
  }
}
