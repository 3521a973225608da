/** Where mutations have their effects. */
export interface EffectLedger {
  /**
   * The effect of a mutation.
   *
   * @param once its name in an application's own table, where each may stand once: one that is there is not written again.
   * @returns its number, which is another one each time.
   */
  bringAbout(key: string, once: string | undefined): number;
  /** The number of the effect that has this name; undefined when there is none. */
  find(once: string): number | undefined;
}

/** Effects in memory. */
export class MemoryLedger implements EffectLedger {
  readonly #written: (key: string, number: number) => void;
  readonly #numbers = new Map<string, number>();
  #lastNumber = 0;

  /** @param written is told of each effect. */
  constructor(written: (key: string, number: number) => void) {
    this.#written = written;
  }

  bringAbout(key: string, once: string | undefined): number {
    const found = once === undefined ? undefined : this.find(once);
    if (found !== undefined) return found;
    this.#lastNumber += 1;
    if (once !== undefined) this.#numbers.set(once, this.#lastNumber);
    this.#written(key, this.#lastNumber);
    return this.#lastNumber;
  }

  find(once: string): number | undefined {
    return this.#numbers.get(once);
  }
}
