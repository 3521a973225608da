import type { TypeNode } from '../../../contract/type-node.js';

/** A type that gets a name. While a reading is made, references hold `key`; names are given out when all are known. */
export interface Definition {
  readonly key: string;
  /** The name that it would like to have. */
  readonly wish: string;
  /** The name that it has where another wishes for the same one, and no file tells them apart. */
  readonly otherwise?: string;
  /** Where the application declares it; nowhere for one that is named after where it was met. */
  readonly file?: string;
  readonly node: TypeNode;
}

/** The definitions of a reading, by key. A key means the same type in every reading of the same sources. */
export class Definitions {
  readonly #byKey = new Map<string, Definition>();

  has(key: string): boolean {
    return this.#byKey.has(key);
  }

  get(key: string): Definition | undefined {
    return this.#byKey.get(key);
  }

  set(definition: Definition): void {
    this.#byKey.set(definition.key, definition);
  }

  delete(key: string): void {
    this.#byKey.delete(key);
  }

  all(): readonly Definition[] {
    return [...this.#byKey.values()];
  }
}
