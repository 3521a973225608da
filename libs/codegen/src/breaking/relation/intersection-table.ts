import type { TypeNode } from '../../contract/type-node.js';

/**
 * Keeps one node for each set of nodes that stand at once. Without it, a type that meets itself in an intersection would be
 * a new one at every turn, and comparing it would not end.
 */
export class IntersectionTable {
  readonly #parts = new WeakMap<TypeNode, ReadonlySet<TypeNode>>();
  readonly #bySet = new Map<string, TypeNode>();
  readonly #numbers = new WeakMap<TypeNode, number>();
  readonly #references = new Map<string, TypeNode>();
  #count = 0;

  /** Both types at once. */
  join(left: TypeNode, right: TypeNode): TypeNode {
    const parts = new Set([...this.#partsOf(left), ...this.#partsOf(right)]);
    const [first] = parts;
    if (parts.size === 1 && first !== undefined) return first;
    const key = [...parts]
      .map((part) => this.#numberOf(part))
      .toSorted((a, b) => a - b)
      .join(' ');
    const known = this.#bySet.get(key);
    if (known !== undefined) return known;
    const node: TypeNode = { kind: 'intersection', of: [...parts] };
    this.#parts.set(node, parts);
    this.#bySet.set(key, node);
    return node;
  }

  #partsOf(node: TypeNode): ReadonlySet<TypeNode> {
    return this.#parts.get(node) ?? new Set([this.#unify(node)]);
  }

  // References are other nodes wherever they stand, but mean the same.
  #unify(node: TypeNode): TypeNode {
    if (node.kind !== 'reference') return node;
    const known = this.#references.get(node.name) ?? node;
    this.#references.set(node.name, known);
    return known;
  }

  #numberOf(node: TypeNode): number {
    const known = this.#numbers.get(node);
    if (known !== undefined) return known;
    this.#count += 1;
    this.#numbers.set(node, this.#count);
    return this.#count;
  }
}
