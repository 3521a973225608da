import type { Contract, Transformer } from '../../../contract/contract.js';
import type { TypeNode } from '../../../contract/type-node.js';
import { PrintMemory } from '../../print-memory.js';
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

/** What a document is made with. */
export interface SchemaTableOptions {
  readonly dialect: SchemaDialect;
  /** Where the document keeps its schemas, such as `#/components/schemas/`. */
  readonly folder: string;
  /** What was made of the contract before this one, for documents of this dialect and folder. */
  readonly memory?: PrintMemory | undefined;
}

/** A schema that others refer to. */
interface Definition {
  readonly component: string;
  /** The named type that it is made of; undefined for a schema of the protocol. */
  readonly typeName?: string;
  readonly create: (table: SchemaTable) => JsonSchema;
}

/** Something that was made, and what it refers to. */
interface Section<TResult> {
  readonly result: TResult;
  readonly definitions: readonly Definition[];
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
  readonly #memory: PrintMemory;
  readonly #definitions = new Map<string, JsonSchema>();
  /** What was referred to and is not written yet. */
  readonly #waiting: Definition[] = [];
  /** What the section that is being made refers to. */
  #referred: Map<string, Definition> | undefined;
  readonly #values: SchemaWriter;
  readonly #errors: SchemaWriter;

  constructor(contract: Contract, { dialect, folder, memory = new PrintMemory() }: SchemaTableOptions) {
    this.#transformer = contract.transformer;
    this.#types = contract.types;
    this.#dialect = dialect;
    this.#folder = folder;
    this.#memory = memory;
    const isSuperjson = contract.transformer === 'superjson';
    this.#values = this.#createWriter(isSuperjson ? 'superjson' : 'json', '');
    // Errors are plain JSON on every connection, so that a type may stand in a document in both forms.
    this.#errors = this.#createWriter('json', isSuperjson ? 'json.' : '');
  }

  /** What `make` makes with this table of a part of the contract, or made of it with the one before; see `PrintMemory`. */
  section<TResult>(place: string, about: object, make: () => TResult): TResult {
    const whole = `${this.#dialect} ${this.#folder} ${place}`;
    const { result, definitions } = this.#memory.recall(whole, about, () => this.#listen(make));
    for (const definition of definitions) this.#refer(definition);
    return result;
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
  define(name: string, create: (table: SchemaTable) => JsonSchema): SchemaReference {
    return { $ref: this.#refer({ component: name, create }) };
  }

  /** Every schema that was referred to so far, by name. */
  definitions(): Readonly<Record<string, JsonSchema>> {
    // Not at once when they are referred to, since a chain of named types may be longer than the stack.
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      this.#definitions.set(next.component, this.#write(next));
    }
    const sorted = [...this.#definitions].toSorted(([left], [right]) => (left < right ? -1 : 1));
    return Object.fromEntries(sorted);
  }

  #write({ component, typeName, create }: Definition): JsonSchema {
    const node = typeName === undefined ? undefined : this.#types[typeName];
    return node === undefined ? create(this) : this.section(`definition ${component}`, node, () => create(this));
  }

  #refer(definition: Definition): string {
    const { component } = definition;
    this.#referred?.set(component, definition);
    if (!this.#definitions.has(component)) {
      this.#definitions.set(component, {});
      this.#waiting.push(definition);
    }
    return this.#folder + component;
  }

  #listen<TResult>(make: () => TResult): Section<TResult> {
    const outer = this.#referred;
    const referred = new Map<string, Definition>();
    this.#referred = referred;
    const result = make();
    this.#referred = outer;
    return { result, definitions: [...referred.values()] };
  }

  #payload(node: TypeNode): JsonSchema {
    if (this.#transformer === 'other') return {};
    if (this.#transformer === 'none') return this.#values.writePresent(node);
    const meta = this.define('superjson.Meta', createSuperjsonMeta);
    return { type: 'object', properties: { json: this.#values.write(node), meta }, required: ['json'] };
  }

  #createWriter(form: WireForm, prefix: string): SchemaWriter {
    return new SchemaWriter({
      dialect: this.#dialect,
      form,
      types: this.#types,
      anyNumber: () => this.define('superjson.Number', createSuperjsonNumber),
      referenceTo: (typeName) =>
        this.#refer({
          component: prefix + componentName(typeName),
          typeName,
          create: (table) => table.#writeType(typeName, form),
        }),
    });
  }

  #writeType(name: string, form: WireForm): JsonSchema {
    const writer = form === 'superjson' ? this.#values : this.#errors;
    return { title: name, ...writer.write(this.#types[name] ?? { kind: 'unknown' }) };
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
