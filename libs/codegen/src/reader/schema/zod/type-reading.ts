import type { $ZodType } from 'zod/v4/core';
import type { TypeNode } from '../../../contract/type-node.js';
import type { DefaultTable } from './default-table.js';
import type { Side } from './zod-schema.js';

/** Where in a procedure a schema stands: words from which a type that refers to itself gets its name. */
export type Place = readonly string[];

/** What the readers of single kinds of schemas ask of the one that knows them all. */
export interface TypeReading {
  readonly side: Side;
  readonly defaults: DefaultTable;
  /** The type of a schema, with what is said of it; a reference where it has a name. */
  read(schema: $ZodType, place: Place): TypeNode;
  /** The same, but laid open where it has a name. Only within itself it is still a reference. */
  readOpen(schema: $ZodType, place: Place): TypeNode;
}
