import type { TypeNode } from '../../contract/type-node.js';
import type { RuntimeProcedure } from './collect-procedures.js';
import type { SideTypes } from './join-sides.js';
import { JsonSchemaReader } from './json-schema-reader.js';
import { propertyOf, textOf } from './property-of.js';
import type { DefaultTable } from './zod/default-table.js';
import { hasUndefined, withMember } from './zod/union-of.js';
import { ZodReader } from './zod/zod-reader.js';
import { isZodSchema, type Side } from './zod/zod-schema.js';

/** Reads what `.input()` and `.output()` were given, from one side. */
export class ParserReader {
  readonly #side: Side;
  readonly #zod: ZodReader;
  readonly #jsonSchemas: JsonSchemaReader;

  constructor(side: Side, defaults: DefaultTable) {
    this.#side = side;
    this.#zod = new ZodReader(side, defaults);
    this.#jsonSchemas = new JsonSchemaReader(this.#zod.names);
  }

  /** What a caller gives: of several inputs all at once, and `void` beside what may be undefined, as tRPC's types have it. */
  input({ path, inputs }: RuntimeProcedure): TypeNode {
    const place = [...path.split('.'), 'input'];
    const nodes = inputs.map((parser) => this.#read(parser, place));
    const [only] = nodes;
    if (only === undefined) return { kind: 'void' };
    if (nodes.length > 1) return { kind: 'intersection', of: nodes };
    return hasUndefined(this.#laidOpen(only)) ? withMember(only, { kind: 'void' }) : only;
  }

  /** What a caller gets. */
  output({ path, kind, output }: RuntimeProcedure): TypeNode {
    if (output === undefined || output === null) return { kind: 'hole', reason: 'the procedure has no output schema' };
    if (kind === 'subscription') {
      return { kind: 'hole', reason: 'the schema is of the whole subscription, and does not say what its events are' };
    }
    return this.#read(output, [...path.split('.'), 'output']);
  }

  types(): SideTypes {
    return { types: this.#zod.names.types(), rivals: this.#zod.names.rivals() };
  }

  #read(parser: unknown, place: readonly string[]): TypeNode {
    if (isZodSchema(parser)) return this.#zod.read(parser, place);
    const standard = propertyOf(parser, '~standard');
    const converter = propertyOf(standard, 'jsonSchema');
    const convert = propertyOf(converter, this.#side);
    if (typeof convert === 'function') {
      return this.#jsonSchemas.read((options): unknown => Reflect.apply(convert, converter, [options]), place);
    }
    return { kind: 'hole', reason: describeParser(parser, textOf(standard, 'vendor')) };
  }

  #laidOpen(node: TypeNode): TypeNode {
    return node.kind === 'reference' ? (this.#zod.names.typeOf(node.name) ?? node) : node;
  }
}

function describeParser(parser: unknown, vendor: string | undefined): string {
  if (vendor === 'zod') return 'schemas of zod 3 are not read at run time; those of zod 4 are';
  if (vendor !== undefined) return `a schema of ${vendor} does not say its type at run time`;
  return typeof parser === 'function'
    ? 'a function that parses does not say at run time what it takes and gives'
    : 'the parser is of no library that says its type at run time';
}
