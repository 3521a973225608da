import { unreachable } from '@trunkline/protocol';
import type { TypeNode } from '../../../contract/type-node.js';
import { annotate } from './annotate.js';
import { builtinSchema } from './builtin-schema.js';
import { enumSchema, intersectionSchema, unionSchema } from './choice-schema.js';
import { arraySchema, objectSchema, recordSchema, tupleSchema } from './composite-schema.js';
import type { JsonSchema, SchemaDialect, SchemaScope, WireForm } from './json-schema.js';
import { isAlwaysUndefined } from './may-be-undefined.js';
import { bigintSchema, numberSchema, stringSchema, superjsonNumberSchema } from './scalar-schema.js';
import { templatePattern } from './template-pattern.js';

/** What nothing belongs to. */
const NOTHING: JsonSchema = { not: {} };

/** What a writer is told once, for all nodes that it writes. */
export interface SchemaWriterOptions {
  readonly dialect: SchemaDialect;
  readonly form: WireForm;
  readonly types: Readonly<Record<string, TypeNode>>;
  /** The schema of a number of which nothing more is known, as superjson writes it. */
  readonly anyNumber: () => JsonSchema;
  /** What `$ref` says of a named type; called for every reference that is written. */
  readonly referenceTo: (name: string) => string;
}

/** Writes the schema of what stands on the wire for the values of a type. */
export class SchemaWriter implements SchemaScope {
  readonly dialect: SchemaDialect;
  readonly form: WireForm;
  readonly types: Readonly<Record<string, TypeNode>>;
  readonly #anyNumber: () => JsonSchema;
  readonly #referenceTo: (name: string) => string;

  constructor({ dialect, form, types, anyNumber, referenceTo }: SchemaWriterOptions) {
    this.dialect = dialect;
    this.form = form;
    this.types = types;
    this.#anyNumber = anyNumber;
    this.#referenceTo = referenceTo;
  }

  write(node: TypeNode): JsonSchema {
    return annotate(this.#bare(node), node, this.dialect);
  }

  writePresent(node: TypeNode): JsonSchema {
    if (this.form === 'superjson') return this.write(node);
    if (isAlwaysUndefined(node)) return NOTHING;
    if (node.kind !== 'union') return this.write(node);
    const present = node.of.filter((member) => !isAlwaysUndefined(member));
    return annotate(unionSchema(present, this), node, this.dialect);
  }

  referenceTo(name: string): string {
    return this.#referenceTo(name);
  }

  #bare(node: TypeNode): JsonSchema {
    switch (node.kind) {
      case 'string':
        return stringSchema(node);
      case 'number':
        return this.form === 'superjson' ? superjsonNumberSchema(node, this.#anyNumber) : numberSchema(node);
      case 'bigint':
        return this.form === 'json' ? NOTHING : bigintSchema(node);
      case 'bigintLiteral':
        return this.form === 'json' ? NOTHING : { const: node.value };
      case 'boolean':
        return { type: 'boolean' };
      case 'null':
      case 'undefined':
      case 'void':
        return { type: 'null' };
      case 'unknown':
      case 'any':
        return {};
      case 'never':
        return NOTHING;
      case 'symbol':
        return this.form === 'json' ? { type: 'null' } : { type: 'string' };
      case 'literal':
        return { const: node.value };
      case 'template':
        return { type: 'string', pattern: templatePattern(node, this.types) };
      case 'hole':
        return { $comment: node.reason };
      case 'reference':
        return { $ref: this.referenceTo(node.name) };
      case 'brand':
        return this.write(node.of);
      default:
        return this.#compound(node);
    }
  }

  #compound(
    node: Extract<
      TypeNode,
      { kind: 'array' | 'tuple' | 'object' | 'record' | 'union' | 'intersection' | 'enum' | 'builtin' }
    >,
  ): JsonSchema {
    switch (node.kind) {
      case 'array':
        return arraySchema(node, this);
      case 'tuple':
        return tupleSchema(node, this);
      case 'object':
        return objectSchema(node, this);
      case 'record':
        return recordSchema(node, this);
      case 'union':
        return unionSchema(node.of, this);
      case 'intersection':
        return intersectionSchema(node.of, this);
      case 'enum':
        return enumSchema(node);
      case 'builtin':
        return builtinSchema(node, this);
      default:
        return unreachable(node);
    }
  }
}
