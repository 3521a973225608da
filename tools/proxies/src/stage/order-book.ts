import { EventEmitter, on } from 'node:events';

/** Orders that came in, kept and told of as they come. */
export class OrderBook {
  readonly #orders: number[] = [];
  readonly #events = new EventEmitter({ captureRejections: false }).setMaxListeners(0);

  add(count = 1): void {
    for (let added = 0; added < count; added += 1) {
      const total = this.#orders.length + 1;
      this.#orders.push(total);
      this.#events.emit('order', total);
    }
  }

  /** Every order behind one, and then those that come. */
  async *readBehind(last: number, signal: AbortSignal | undefined): AsyncGenerator<number> {
    const coming = on(this.#events, 'order', { signal });
    try {
      let seen = last;
      for (const total of this.#orders.slice(last)) {
        yield total;
        seen = total;
      }
      for await (const [total] of coming) if (total > seen) yield total;
    } catch (thrown) {
      if (signal?.aborted !== true) throw thrown;
    }
  }

  get length(): number {
    return this.#orders.length;
  }
}
