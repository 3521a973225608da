import type { Json } from '../../../contract/json.js';
import type { TypeNode } from '../../../contract/type-node.js';

/** A JSON Schema, always as an object: `{}` accepts everything, `{ not: {} }` nothing. */
export type JsonSchema = { readonly [keyword: string]: Json };

/** The draft that a document is written in: OpenRPC and AsyncAPI take draft 7. They differ in tuples and beside `$ref`. */
export type SchemaDialect = 'draft-07' | '2020-12';

/** How a value becomes JSON: by `JSON.stringify` alone, or as the member `json` of what superjson writes. */
export type WireForm = 'json' | 'superjson';

/** What the schema of a node needs to know of its surroundings. */
export interface SchemaScope {
  readonly dialect: SchemaDialect;
  readonly form: WireForm;
  readonly types: Readonly<Record<string, TypeNode>>;
  /** The schema of a node, wherever a value must stand: an `undefined` there is `null`. */
  write(node: TypeNode): JsonSchema;
  /** The schema of a node where its member is left out when it is `undefined`, in the form in which it would be. */
  writePresent(node: TypeNode): JsonSchema;
  /** What `$ref` says of a named type. */
  referenceTo(name: string): string;
}
