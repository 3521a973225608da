type SlowReadingOptions<Value> = {
  readonly read: () => Promise<Value>;
  /** What counts as read until the first reading is there. */
  readonly initial: Value;
  /** Every how many turns to read anew; the first turn always does. */
  readonly everyTurns: number;
};

/**
 * A reading that is too dear, or may take too long, to be made for every sample. It is renewed beside the samples, which
 * carry the last one meanwhile; one that fails or hangs costs its own freshness and nothing else.
 */
export class SlowReading<Value> {
  readonly #options: SlowReadingOptions<Value>;
  #latest: Value;
  #turn = 0;
  #running: Promise<void> | null = null;

  constructor(options: SlowReadingOptions<Value>) {
    this.#options = options;
    this.#latest = options.initial;
  }

  get latest(): Value {
    return this.#latest;
  }

  /** Begins a reading when it is time for one and none is under way. */
  takeTurn(): void {
    const isDue = this.#turn++ % this.#options.everyTurns === 0;
    if (isDue) this.#running ??= this.#renew();
  }

  /** Settles when no reading is under way; never rejects. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #renew(): Promise<void> {
    try {
      this.#latest = await this.#options.read();
    } catch {
      // The last value stays; the next turn that is due tries again.
    } finally {
      this.#running = null;
    }
  }
}
