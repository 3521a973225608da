import type { ProcedureKind, Transformer } from '../contract/contract.js';
import type { Json } from '../contract/json.js';
import type { TypeNode } from '../contract/type-node.js';

/** What the router's own objects say at run time. */
export interface SchemaReading {
  readonly transformer: Transformer;
  readonly procedures: Readonly<Record<string, SchemaProcedure>>;
  /** Types that were given a name (`.meta({ id })`). */
  readonly types: Readonly<Record<string, TypeNode>>;
}

/** A procedure as its schemas say it; a hole stands wherever they do not know. */
export interface SchemaProcedure {
  readonly kind: ProcedureKind;
  readonly input: TypeNode;
  /** A hole as a whole where the procedure has no output schema. */
  readonly output: TypeNode;
  /** The declared errors (`meta.trunkline.errors`), by code. */
  readonly errors?: Readonly<Record<string, string>>;
  readonly doc?: string;
  readonly deprecated?: string;
  /** The rest of its meta, as far as JSON can say it. */
  readonly meta?: Json;
}

/** What the compiler says of the router's type. */
export interface CompilerReading {
  readonly hasTransformer: boolean;
  readonly procedures: Readonly<Record<string, CompilerProcedure>>;
  /** Interfaces, aliases and enums that the application declares by name. */
  readonly types: Readonly<Record<string, TypeNode>>;
  /** `data` of every error, where the router has an `errorFormatter`. */
  readonly errorData?: TypeNode;
}

/** A procedure as the compiler says it; a hole stands for what no client could have, such as a function. */
export interface CompilerProcedure {
  readonly kind: ProcedureKind;
  readonly input: TypeNode;
  readonly output: TypeNode;
  readonly tracked?: true;
  /** The comment at the procedure in its source. */
  readonly doc?: string;
  readonly deprecated?: string;
}
