import { canonicalLine, compareText } from './canonical.js';
import { listComponents } from './components.js';
import { digest } from './digest.js';
import { normalForm } from './normal-form.js';
import { namesIn } from './reach.js';
import type { TypeNode } from './type-node.js';

/**
 * Digests of types together with all that they reach by name. Each named type is written out once, and types that reach
 * each other are digested as one, so that the cost grows with the contract and not with how much its procedures share.
 */
export class TypeDigests {
  readonly #types: Readonly<Record<string, TypeNode>>;
  readonly #byName = new Map<string, string>();

  constructor(types: Readonly<Record<string, TypeNode>>) {
    this.#types = types;
    const components = listComponents(Object.keys(types), (name) => namesIn(this.#typeOf(name)));
    for (const names of components) this.#addComponent(names);
  }

  /** The same for types of which every part that travels is the same. */
  of(node: TypeNode): string {
    return digest(canonicalLine([normalForm(node), this.#digestsOf(namesIn(node))]));
  }

  // What a component reaches has its digest before it, since components come in that order.
  #addComponent(names: readonly string[]): void {
    const members = names.toSorted(compareText).map((name) => [name, normalForm(this.#typeOf(name))] as const);
    const reached = new Set(names.flatMap((name) => [...namesIn(this.#typeOf(name))]));
    for (const name of names) reached.delete(name);
    const component = digest(canonicalLine([members, this.#digestsOf(reached)]));
    for (const name of names) this.#byName.set(name, component);
  }

  #digestsOf(names: ReadonlySet<string>): readonly string[] {
    const digests = new Set([...names].map((name) => this.#byName.get(name) ?? name));
    return [...digests].toSorted(compareText);
  }

  #typeOf(name: string): TypeNode {
    return (Object.hasOwn(this.#types, name) ? this.#types[name] : undefined) ?? MISSING;
  }
}

/** In place of a type that the table does not have. */
const MISSING: TypeNode = { kind: 'never' };
