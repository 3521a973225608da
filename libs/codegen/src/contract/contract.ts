import type { Json } from './json.js';
import type { TypeNode } from './type-node.js';

/** The version of the contract's own format, raised when a reader of the one before could misread it. */
export const CONTRACT_FORMAT = 1;

/** What a router promises its clients: the one source of generated clients and documents. Written as `contract.json`. */
export interface Contract {
  /** The version of this format. */
  readonly trunkline: typeof CONTRACT_FORMAT;
  /** How values become JSON: as they are, by superjson, or by another transformer of which only the types are known. */
  readonly transformer: Transformer;
  /** Every procedure by its path, such as `orders.byId`. */
  readonly procedures: Readonly<Record<string, ProcedureContract>>;
  /** Types with a name of their own, to which `reference` nodes point. */
  readonly types: Readonly<Record<string, TypeNode>>;
  /** `data` of every error, where the router has an `errorFormatter`; left out for tRPC's own. */
  readonly errorData?: TypeNode;
}

/** How values become JSON. */
export type Transformer = 'none' | 'superjson' | 'other';

/** What one procedure promises. */
export interface ProcedureContract {
  readonly kind: ProcedureKind;
  /** What a caller gives; `void` for nothing. */
  readonly input: TypeNode;
  /** What a caller is given; of a subscription, one event. */
  readonly output: TypeNode;
  /** Whether events carry ids of their own: an event is then `{ id: string; data: … }`, as tRPC's `tracked()` gives it. */
  readonly tracked?: true;
  /** The errors that the procedure declares (`meta.trunkline.errors`), by code, each with when it is given. */
  readonly errors?: Readonly<Record<string, string>>;
  readonly doc?: string;
  readonly deprecated?: string;
  /** The procedure's meta, as far as JSON can say it. */
  readonly meta?: Json;
  /** From where the types were read. */
  readonly source: { readonly input: TypeSource; readonly output: TypeSource };
}

/** What may be done with a procedure. */
export type ProcedureKind = 'query' | 'mutation' | 'subscription';

/** Whether a type comes from a schema at run time, from the compiler, or from both. */
export type TypeSource = 'schema' | 'compiler' | 'both' | 'none';
