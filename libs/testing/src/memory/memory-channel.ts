interface Delivery {
  readonly run: () => void;
  readonly byteCount: number;
}

/** One direction between two sockets in memory: what is sent arrives in order, and never while it is being sent. */
export class MemoryChannel {
  readonly #deliveries: Delivery[] = [];
  readonly #delivered: () => void;
  /** Who holds it: the test that froze it, a receiver that has paused. */
  readonly #holders = new Set<string>();
  #byteCount = 0;
  #isScheduled = false;

  /** @param delivered called with each thing that arrives. */
  constructor(delivered: () => void) {
    this.#delivered = delivered;
  }

  /** What was sent and has not arrived. */
  get byteCount(): number {
    return this.#byteCount;
  }

  /** @param run makes it arrive at the other end. */
  send(run: () => void, byteCount = 0): void {
    this.#deliveries.push({ run, byteCount });
    this.#byteCount += byteCount;
    this.#schedule();
  }

  hold(holder: string): void {
    this.#holders.add(holder);
  }

  release(holder: string): void {
    this.#holders.delete(holder);
    this.#schedule();
  }

  /** Forgets what has not arrived. */
  clear(): void {
    this.#deliveries.length = 0;
    this.#byteCount = 0;
  }

  // A promise job, because fake timers leave those alone.
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    void Promise.resolve().then(() => this.#deliver());
  }

  #deliver(): void {
    this.#isScheduled = false;
    while (this.#holders.size === 0) {
      const delivery = this.#deliveries.shift();
      if (delivery === undefined) return;
      this.#byteCount -= delivery.byteCount;
      this.#delivered();
      delivery.run();
    }
  }
}
