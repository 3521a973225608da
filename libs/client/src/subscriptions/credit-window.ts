/** Events that one subscription may have under way or unread at most: half of what a server keeps, and two turns of its pump. */
export const CREDIT_WINDOW = 512;

/**
 * How many more events the server may send. Every event is in one of three places: still free to be granted, granted
 * and not yet here, or here and not yet taken by the consumer. The three always add up to the window.
 */
export class CreditWindow {
  readonly #size: number;
  #granted = 0;
  #unread = 0;

  constructor(size: number = CREDIT_WINDOW) {
    this.#size = size;
  }

  /** A new connection: what was granted before is void. Returns the credit to subscribe with. */
  open(): number {
    this.#granted = this.#size - this.#unread;
    return this.#granted;
  }

  /** An event came. Returns false when it was not granted, which is a violation. */
  receive(): boolean {
    if (this.#granted === 0) return false;
    this.#granted -= 1;
    this.#unread += 1;
    return true;
  }

  take(): void {
    if (this.#unread > 0) this.#unread -= 1;
  }

  /** What to grant now: nothing until half the window is free, so that a grant is not sent for each event. */
  due(): number {
    const free = this.#size - this.#granted - this.#unread;
    if (free * 2 < this.#size) return 0;
    this.#granted += free;
    return free;
  }
}
