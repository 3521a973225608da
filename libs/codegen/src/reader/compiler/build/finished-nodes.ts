import type { TypeNode } from '../../../contract/type-node.js';
import { finishNode } from './finish-node.js';

interface Finished {
  readonly node: TypeNode;
  /** The keys in it, with the names that they were given. */
  readonly names: ReadonlyMap<string, string>;
}

/** Finishes nodes, and gives what came of the same node before as long as everything in it still has the same name. */
export class FinishedNodes {
  readonly #finished = new WeakMap<TypeNode, Finished>();

  finish(node: TypeNode, names: ReadonlyMap<string, string>): TypeNode {
    const nameOf = (key: string): string => names.get(key) ?? key;
    const known = this.#finished.get(node);
    if (known !== undefined && [...known.names].every(([key, name]) => nameOf(key) === name)) return known.node;
    const given = new Map<string, string>();
    const finished = finishNode(node, (key) => {
      const name = nameOf(key);
      given.set(key, name);
      return name;
    });
    this.#finished.set(node, { node: finished, names: given });
    return finished;
  }
}
