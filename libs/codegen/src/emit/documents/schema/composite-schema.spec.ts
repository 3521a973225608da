import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../../contract/type-node.js';
import { objectSchema, recordSchema, tupleSchema } from './composite-schema.js';
import type { SchemaDialect, WireForm } from './json-schema.js';
import { SchemaWriter } from './schema-writer.js';

const scope = (form: WireForm = 'json', dialect: SchemaDialect = '2020-12') =>
  new SchemaWriter({ dialect, form, types: {}, anyNumber: () => ({}), referenceTo: (name) => name });
const text: TypeNode = { kind: 'string' };
const maybe: TypeNode = { kind: 'union', of: [text, { kind: 'undefined' }] };

describe('objectSchema', () => {
  it('does not require what JSON leaves out, and superjson writes as null', () => {
    const node = {
      kind: 'object',
      properties: [
        { name: 'a', type: maybe },
        { name: 'b', type: text },
      ],
    } as const;
    expect(objectSchema(node, scope('json'))).toEqual({
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      required: ['b'],
    });
    expect(objectSchema(node, scope('superjson'))).toMatchObject({
      properties: { a: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
      required: ['a', 'b'],
    });
  });

  it('keeps a property __proto__', () => {
    const schema = objectSchema({ kind: 'object', properties: [{ name: '__proto__', type: text }] }, scope());
    expect(JSON.stringify(schema)).toContain('"properties":{"__proto__":{"type":"string"}}');
  });

  it('refuses other properties only where the server does', () => {
    expect(objectSchema({ kind: 'object', properties: [], strict: true }, scope())).toMatchObject({
      additionalProperties: false,
    });
    expect(objectSchema({ kind: 'object', properties: [] }, scope())).not.toHaveProperty('additionalProperties');
  });
});

describe('tupleSchema', () => {
  it('says its items in the words of each draft', () => {
    const node = { kind: 'tuple', items: [{ type: text, name: 'from' }], rest: { kind: 'boolean' } } as const;
    const from = { title: 'from', type: 'string' };
    expect(tupleSchema(node, scope('json', '2020-12'))).toEqual({
      type: 'array',
      minItems: 1,
      prefixItems: [from],
      items: { type: 'boolean' },
    });
    expect(tupleSchema(node, scope('json', 'draft-07'))).toEqual({
      type: 'array',
      minItems: 1,
      items: [from],
      additionalItems: { type: 'boolean' },
    });
  });
});

describe('recordSchema', () => {
  const keys: TypeNode = {
    kind: 'union',
    of: [
      { kind: 'literal', value: 'x' },
      { kind: 'literal', value: 'y' },
    ],
  };

  it('names the keys that can be counted, and requires them unless it is partial', () => {
    expect(recordSchema({ kind: 'record', key: keys, value: text }, scope())).toMatchObject({ required: ['x', 'y'] });
    expect(recordSchema({ kind: 'record', key: keys, value: text, partial: true }, scope())).not.toHaveProperty(
      'required',
    );
  });

  it('says what other keys look like', () => {
    const key: TypeNode = { kind: 'string', minLength: 2 };
    expect(recordSchema({ kind: 'record', key, value: text }, scope())).toEqual({
      type: 'object',
      additionalProperties: { type: 'string' },
      propertyNames: { type: 'string', minLength: 2 },
    });
  });
});
