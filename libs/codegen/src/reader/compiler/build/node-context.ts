import type { TypeNode } from '../../../contract/type-node.js';
import type { Place, TypeFacts, TypeId } from '../type-facts.js';

/** A place in the type of one procedure, from which what has no name of its own is named. */
export type Path = readonly string[];

/** What the functions that build one form of node each may ask of the builder. */
export interface NodeContext {
  /** The node of a type that is met at this path. */
  readonly build: (id: TypeId, path: Path) => TypeNode;
  readonly facts: (id: TypeId) => TypeFacts | undefined;
  readonly comment: (place: Place | undefined) => { readonly doc?: string; readonly deprecated?: string };
  readonly path: Path;
}
