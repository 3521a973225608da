/**
 * Groups what reaches each other: each group is as large as can be, and stands behind all groups that it reaches (Tarjan's
 * strongly connected components). Nothing recurses, so that long chains are no matter.
 */
export function listComponents<T>(
  roots: Iterable<T>,
  successorsOf: (value: T) => Iterable<T>,
): readonly (readonly T[])[] {
  const search = new ComponentSearch(successorsOf);
  for (const root of roots) search.visit(root);
  return search.components;
}

interface Visit<T> {
  readonly index: number;
  /** How high the stack was before it. */
  readonly height: number;
  readonly successors: Iterator<T>;
  /** The least index on the stack that is reached from here, as far as is known. */
  lowest: number;
}

class ComponentSearch<T> {
  readonly components: (readonly T[])[] = [];
  readonly #successorsOf: (value: T) => Iterable<T>;
  readonly #indexes = new Map<T, number>();
  /** What was visited and is in no group yet. */
  readonly #stack: T[] = [];
  readonly #onStack = new Set<T>();
  /** The way from the root to where the search is. */
  readonly #way: Visit<T>[] = [];

  constructor(successorsOf: (value: T) => Iterable<T>) {
    this.#successorsOf = successorsOf;
  }

  visit(root: T): void {
    if (this.#indexes.has(root)) return;
    this.#enter(root);
    for (let visit = this.#way.at(-1); visit !== undefined; visit = this.#way.at(-1)) {
      const next = visit.successors.next();
      if (next.done === true) this.#leave(visit);
      else this.#meet(next.value, visit);
    }
  }

  #enter(value: T): void {
    const index = this.#indexes.size;
    this.#indexes.set(value, index);
    const successors = this.#successorsOf(value)[Symbol.iterator]();
    this.#way.push({ index, height: this.#stack.length, successors, lowest: index });
    this.#stack.push(value);
    this.#onStack.add(value);
  }

  #meet(value: T, from: Visit<T>): void {
    const index = this.#indexes.get(value);
    if (index === undefined) this.#enter(value);
    else if (this.#onStack.has(value)) from.lowest = Math.min(from.lowest, index);
  }

  #leave({ index, height, lowest }: Visit<T>): void {
    this.#way.pop();
    const parent = this.#way.at(-1);
    if (parent !== undefined) parent.lowest = Math.min(parent.lowest, lowest);
    if (lowest !== index) return;
    const component = this.#stack.splice(height);
    for (const member of component) this.#onStack.delete(member);
    this.components.push(component);
  }
}
