import { describe, expect, it } from '@jest/globals';
import type { JsonRecord } from '@trunkline/protocol';
import type { TypeNode } from '../../contract/type-node.js';
import { JsonSchemaDocument } from './json-schema-document.js';
import { NameTable } from './zod/name-table.js';

function read(schema: JsonRecord): { node: TypeNode; types: unknown } {
  const names = new NameTable();
  const node = new JsonSchemaDocument(schema, names, ['a', 'input']).read();
  return { node, types: Object.fromEntries(names.types()) };
}

const text = { kind: 'string' };

describe('JsonSchemaDocument', () => {
  it.each<[JsonRecord, unknown]>([
    [{}, { kind: 'unknown' }],
    [
      { type: 'string', description: 'A name.', default: 'a', deprecated: true },
      { ...text, doc: 'A name.', default: 'a', deprecated: '' },
    ],
    [{ const: null }, { kind: 'null' }],
    [
      { enum: ['a', 1] },
      {
        kind: 'union',
        of: [
          { kind: 'literal', value: 'a' },
          { kind: 'literal', value: 1 },
        ],
      },
    ],
    [{ type: ['string', 'null'] }, { kind: 'union', of: [text, { kind: 'null' }] }],
    [{ anyOf: [{ type: 'string' }, { type: 'boolean' }] }, { kind: 'union', of: [text, { kind: 'boolean' }] }],
    [{ allOf: [{ type: 'string' }] }, text],
    [
      { type: 'array', items: { type: 'string' }, minItems: 1 },
      { kind: 'array', items: text, minItems: 1 },
    ],
    [
      { type: 'array', prefixItems: [{ type: 'string' }, { type: 'string' }], items: false, minItems: 1 },
      { kind: 'tuple', items: [{ type: text }, { type: text, optional: true }] },
    ],
    [
      { type: 'array', prefixItems: [{ type: 'string' }], minItems: 1 },
      { kind: 'tuple', items: [{ type: text }], rest: { kind: 'unknown' } },
    ],
    [
      { type: 'object', additionalProperties: { type: 'string' } },
      { kind: 'record', key: text, value: text },
    ],
    [
      { type: 'object', properties: { a: { type: 'string' }, b: true }, required: ['a'], additionalProperties: false },
      {
        kind: 'object',
        strict: true,
        properties: [
          { name: 'a', type: text },
          { name: 'b', type: { kind: 'unknown' }, optional: true },
        ],
      },
    ],
    [{ not: {} }, { kind: 'hole', reason: 'its JSON Schema says not, which is not understood without a type' }],
    [{ $ref: '#/$defs/gone' }, { kind: 'hole', reason: 'its JSON Schema refers to #/$defs/gone, which is not in it' }],
  ])('reads %j', (schema, node) => expect(read(schema).node).toEqual(node));

  it('names what it refers to, and reads recursions', () => {
    const { node, types } = read({
      $ref: '#/$defs/node',
      $defs: { node: { type: 'object', properties: { next: { $ref: '#/$defs/node' } } } },
    });
    expect(node).toEqual({ kind: 'reference', name: 'AInputNode' });
    expect(types).toEqual({
      AInputNode: {
        kind: 'object',
        properties: [{ name: 'next', type: { kind: 'reference', name: 'AInputNode' }, optional: true }],
      },
    });
  });
});
