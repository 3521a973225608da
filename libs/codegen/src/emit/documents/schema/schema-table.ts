import type { Contract, Transformer } from '../../../contract/contract.js';
import type { TypeNode } from '../../../contract/type-node.js';
import type { JsonSchema, SchemaDialect, WireForm } from './json-schema.js';
import { mayBeUndefined } from './may-be-undefined.js';
import { SchemaWriter } from './schema-writer.js';

/** A schema that stands elsewhere in the document. */
export type SchemaReference = { readonly $ref: string };

/** What stands in a member that holds a payload. */
export interface PayloadSchema {
  readonly schema: JsonSchema;
  /** Whether the member is there for every value of the type. */
  readonly isRequired: boolean;
}

/**
 * The schemas of one document: writes payloads as the contract's transformer makes them travel, and gathers the schemas of the
 * named types that they refer to.
 */
export class SchemaTable {
  readonly #transformer: Transformer;
  readonly #types: Contract['types'];
  readonly #dialect: SchemaDialect;
  readonly #folder: string;
  readonly #definitions = new Map<string, JsonSchema>();
  /** What names stand for that were referred to, and that is not written yet. */
  readonly #waiting: (() => void)[] = [];
  readonly #values: SchemaWriter;
  readonly #errors: SchemaWriter;

  /** @param folder where the document keeps its schemas, such as `#/components/schemas/`. */
  constructor(contract: Contract, dialect: SchemaDialect, folder: string) {
    this.#transformer = contract.transformer;
    this.#types = contract.types;
    this.#dialect = dialect;
    this.#folder = folder;
    const isSuperjson = contract.transformer === 'superjson';
    this.#values = this.#createWriter(isSuperjson ? 'superjson' : 'json', '');
    // Errors are plain JSON on every connection, so that a type may stand in a document in both forms.
    this.#errors = this.#createWriter('json', isSuperjson ? 'json.' : '');
  }

  /** The input of a procedure. A member that is left out is `undefined`, whatever the transformer. */
  input(node: TypeNode): PayloadSchema {
    return { schema: this.#payload(node), isRequired: !mayBeUndefined(node, this.#types) };
  }

  /** The output, or an event. superjson has a form for `undefined` too. */
  output(node: TypeNode): PayloadSchema {
    const isRequired =
      this.#transformer === 'superjson' || (this.#transformer === 'none' && !mayBeUndefined(node, this.#types));
    return { schema: this.#payload(node), isRequired };
  }

  /** A part of an error. */
  error(node: TypeNode): JsonSchema {
    return this.#errors.writePresent(node);
  }

  /** Gives a schema of the protocol a name. @returns what `$ref` says of it. */
  define(name: string, create: () => JsonSchema): SchemaReference {
    if (!this.#definitions.has(name)) {
      this.#definitions.set(name, {});
      this.#definitions.set(name, create());
    }
    return { $ref: this.#folder + name };
  }

  /** Every schema that was referred to so far, by name. */
  definitions(): Readonly<Record<string, JsonSchema>> {
    // Not at once when they are referred to, since a chain of named types may be longer than the stack.
    for (let write = this.#waiting.pop(); write !== undefined; write = this.#waiting.pop()) write();
    const sorted = [...this.#definitions].toSorted(([left], [right]) => (left < right ? -1 : 1));
    return Object.fromEntries(sorted);
  }

  #payload(node: TypeNode): JsonSchema {
    if (this.#transformer === 'other') return {};
    if (this.#transformer === 'none') return this.#values.writePresent(node);
    const meta = this.define('superjson.Meta', createSuperjsonMeta);
    return { type: 'object', properties: { json: this.#values.write(node), meta }, required: ['json'] };
  }

  #createWriter(form: WireForm, prefix: string): SchemaWriter {
    const writer = new SchemaWriter({
      dialect: this.#dialect,
      form,
      types: this.#types,
      anyNumber: () => this.define('superjson.Number', createSuperjsonNumber),
      referenceTo: (name) => {
        const component = prefix + componentName(name);
        if (!this.#definitions.has(component)) {
          this.#definitions.set(component, {});
          this.#waiting.push(() => {
            this.#definitions.set(component, {
              title: name,
              ...writer.write(this.#types[name] ?? { kind: 'unknown' }),
            });
          });
        }
        return this.#folder + component;
      },
    });
    return writer;
  }
}

/** A name as both documents allow it for a component. */
export function componentName(name: string): string {
  return name.replace(/[^\w.-]/gu, (character) => `_u${(character.codePointAt(0) ?? 0).toString(16)}_`);
}

function createSuperjsonNumber(): JsonSchema {
  return {
    title: 'superjson.Number',
    description: 'A number. Those that JSON has none for, and minus zero, are texts, with `["number"]` in `meta`.',
    anyOf: [{ type: 'number' }, { enum: ['-0', 'NaN', 'Infinity', '-Infinity'] }],
  };
}

function createSuperjsonMeta(): JsonSchema {
  return {
    title: 'superjson.Meta',
    description:
      'Which members of `json` stand for what JSON has no form for, by their paths, such as ' +
      '`{"values":{"createdAt":["Date"]},"v":1}`. Left out where there is none. A client must write it; ' +
      'to read, it may go by the types instead.',
    type: 'object',
    properties: {
      values: { type: ['object', 'array'] },
      referentialEqualities: { type: ['object', 'array'] },
      v: { type: 'integer' },
    },
  };
}
