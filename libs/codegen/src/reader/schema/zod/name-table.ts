import type { TypeNode } from '../../../contract/type-node.js';
import type { Place } from './type-reading.js';

/** The named types of one side. */
export class NameTable {
  readonly #types = new Map<string, TypeNode>();
  readonly #taken = new Set<string>();
  /** Names that stand for the same id, beside the first of them. */
  readonly #rivals = new Map<string, string>();

  /** The name for an id. A second schema with the same id gets another, until it is known whether they say the same. */
  fromId(id: string): string {
    const name = this.#free(id);
    if (name !== id) this.#rivals.set(name, id);
    return name;
  }

  /** A name for a type without an id, from where it stands: `UsersListInputParent`. */
  fromPlace(place: Place): string {
    return this.#free(pascalCase(place) || 'Type');
  }

  keep(name: string, type: TypeNode): void {
    this.#types.set(name, type);
  }

  /** Undefined while it is being read. */
  typeOf(name: string): TypeNode | undefined {
    return this.#types.get(name);
  }

  types(): ReadonlyMap<string, TypeNode> {
    return this.#types;
  }

  /** Names that are there because an id was taken, each with that id. */
  rivals(): ReadonlyMap<string, string> {
    return this.#rivals;
  }

  #free(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${wanted}${number}`;
    this.#taken.add(name);
    return name;
  }
}

function pascalCase(words: readonly string[]): string {
  return words
    .flatMap((word) => word.split(/[^\p{L}\p{N}]+/u))
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
    .replace(/^(?=\p{N})/u, '_');
}
