/**
 * Things in the order in which they came, some of which leave from the middle. A `Set` would do the same, but finds its
 * first member only past all that were taken out before it.
 */
export class RecordQueue<Item> {
  readonly #isPresent: (item: Item) => boolean;
  #items: Item[] = [];
  #head = 0;
  #count = 0;

  /** @param isPresent false once an item has left. */
  constructor(isPresent: (item: Item) => boolean) {
    this.#isPresent = isPresent;
  }

  /** How many are present. */
  get count(): number {
    return this.#count;
  }

  /** The first that is present. */
  get first(): Item | undefined {
    for (; this.#head < this.#items.length; this.#head += 1) {
      const item = this.#items[this.#head];
      if (item !== undefined && this.#isPresent(item)) return item;
    }
    return undefined;
  }

  push(item: Item): void {
    this.#items.push(item);
    this.#count += 1;
  }

  /** One of the items is not present any more. */
  left(): void {
    this.#count -= 1;
    // What has left is let go of before it is more than what is there.
    if (this.#items.length < 2 * this.#count + 64) return;
    this.#items = this.#items.slice(this.#head).filter(this.#isPresent);
    this.#head = 0;
  }
}
