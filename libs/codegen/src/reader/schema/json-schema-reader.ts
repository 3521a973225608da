import { isJsonRecord, type JsonRecord } from '@trunkline/protocol';
import type { TypeNode } from '../../contract/type-node.js';
import { JsonSchemaDocument } from './json-schema-document.js';
import type { NameTable } from './zod/name-table.js';

const TARGET = 'draft-2020-12';

/** Reads schemas of libraries that give their own as JSON Schema (Standard JSON Schema, `~standard.jsonSchema`). */
export class JsonSchemaReader {
  readonly #names: NameTable;

  constructor(names: NameTable) {
    this.#names = names;
  }

  /** The type of a schema; a hole with the library's own words where it cannot say it. */
  read(convert: (options: { readonly target: string }) => unknown, place: readonly string[]): TypeNode {
    const schema = attempt(convert);
    if (schema instanceof Error) {
      return { kind: 'hole', reason: `the schema cannot be said as JSON Schema (${schema.message})` };
    }
    return new JsonSchemaDocument(schema, this.#names, place).read();
  }
}

function attempt(convert: (options: { readonly target: string }) => unknown): JsonRecord | Error {
  try {
    const schema = convert({ target: TARGET });
    return isJsonRecord(schema) ? schema : new Error(`it gave a value of type ${typeof schema}`);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
