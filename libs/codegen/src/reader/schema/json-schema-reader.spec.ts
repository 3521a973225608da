import { describe, expect, it } from '@jest/globals';
import { JsonSchemaReader } from './json-schema-reader.js';
import { NameTable } from './zod/name-table.js';

const read = (convert: (options: { readonly target: string }) => unknown): unknown =>
  new JsonSchemaReader(new NameTable()).read(convert, ['a', 'input']);

describe('JsonSchemaReader', () => {
  it('asks for draft 2020-12 and reads it', () => {
    expect(read(({ target }) => ({ const: target }))).toEqual({ kind: 'literal', value: 'draft-2020-12' });
  });

  it('has a hole with the words of a library that cannot say it', () => {
    const refuse = (): never => {
      throw new Error('Dates have no JSON Schema.');
    };
    expect(read(refuse)).toEqual({
      kind: 'hole',
      reason: 'the schema cannot be said as JSON Schema (Dates have no JSON Schema.)',
    });
    expect(read(() => 1)).toMatchObject({ kind: 'hole' });
  });
});
