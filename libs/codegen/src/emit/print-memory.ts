/**
 * What was made of the parts of a contract, for the next contract that has the same parts: the very same objects, which then
 * have to stand for the same as before, with everything that they reach by name (see `keepUnchanged`).
 */
export class PrintMemory {
  readonly #made = new Map<string, Made>();
  readonly #texts = new WeakMap<object, { readonly indent: string; readonly text: string }>();
  #whole: string | undefined;

  /** Forgets everything, unless what all parts depend on is as it was. */
  keepFor(whole: string): void {
    if (this.#whole !== whole) this.#made.clear();
    this.#whole = whole;
  }

  /**
   * What `make` makes of an object, or made of it the last time.
   *
   * @param place what is made, in words of its own for each caller and part.
   */
  recall<TResult>(place: string, about: object, make: () => TResult): TResult {
    const known = this.#made.get(place);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- In one place one kind of result is made.
    if (known?.about === about) return known.result as TResult;
    const result = make();
    this.#made.set(place, { about, result });
    return result;
  }

  /** The JSON of an object that never changes, as it stands behind this indentation. */
  jsonOf(value: object, indent: string): string {
    const known = this.#texts.get(value);
    if (known?.indent === indent) return known.text;
    // Joined rather than replaced: what replaceAll makes is put together anew each time that it is copied.
    const text = JSON.stringify(value, null, 2).split('\n').join(`\n${indent}`);
    this.#texts.set(value, { indent, text });
    return text;
  }
}

/** The last that was made in a place, and of what. */
interface Made {
  readonly about: object;
  readonly result: unknown;
}
