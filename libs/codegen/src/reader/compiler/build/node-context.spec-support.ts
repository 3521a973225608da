import type { TypeNode } from '../../../contract/type-node.js';
import type { TypeFacts } from '../type-facts.js';
import type { NodeContext } from './node-context.js';

/** Facts by number, as engines give them. */
export type FactsById = Readonly<Record<number, TypeFacts>>;

/** A context over known facts, in which every type is built as a reference to its number. */
export function contextOver(facts: FactsById, built: Readonly<Record<number, TypeNode>> = {}): NodeContext {
  return {
    build: (id, path) => built[id] ?? { kind: 'reference', name: [...path, id].join('.') },
    facts: (id) => facts[id],
    comment: (place) => (place === undefined ? {} : { doc: `${place.file}:${place.index}` }),
    path: ['here'],
  };
}
