/** What waits to be sent, the oldest first. At its bound the oldest is dropped, because the present matters more than the past. */
export class Backlog<Item> {
  readonly #items: Item[] = [];
  readonly #maximumCount: number;

  constructor(maximumCount: number) {
    this.#maximumCount = maximumCount;
  }

  get count(): number {
    return this.#items.length;
  }

  /** Returns whether the oldest had to go to make room. */
  add(item: Item): boolean {
    this.#items.push(item);
    if (this.#items.length <= this.#maximumCount) return false;
    this.#items.shift();
    return true;
  }

  oldest(): Item | undefined {
    return this.#items[0];
  }

  /** Removes an item wherever it is; nothing happens when it has been dropped meanwhile. */
  remove(item: Item): void {
    const index = this.#items.indexOf(item);
    if (index >= 0) this.#items.splice(index, 1);
  }
}
