import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../../contract/type-node.js';
import { enumSchema, intersectionSchema, unionSchema } from './choice-schema.js';
import { SchemaWriter } from './schema-writer.js';

const scope = new SchemaWriter({
  dialect: '2020-12',
  form: 'json',
  types: {},
  anyNumber: () => ({}),
  referenceTo: (name) => `#/${name}`,
});
const literal = (value: string | number): TypeNode => ({ kind: 'literal', value });

describe('unionSchema', () => {
  it('gathers values in one enum, and puts null last', () => {
    const members: TypeNode[] = [{ kind: 'null' }, literal('a'), { kind: 'boolean' }, literal('b'), literal('a')];
    expect(unionSchema(members, scope)).toEqual({
      anyOf: [{ enum: ['a', 'b'] }, { type: 'boolean' }, { type: 'null' }],
    });
  });

  it('is a constant for one value, and that type for one type', () => {
    expect(unionSchema([literal('a')], scope)).toEqual({ const: 'a' });
    expect(unionSchema([{ kind: 'string' }, { kind: 'string' }], scope)).toEqual({ type: 'string' });
  });

  it('takes the members of a union in it for its own', () => {
    const inner: TypeNode = { kind: 'union', of: [{ kind: 'string' }, { kind: 'null' }] };
    expect(unionSchema([inner, { kind: 'boolean' }], scope)).toEqual({
      anyOf: [{ type: 'string' }, { type: 'boolean' }, { type: 'null' }],
    });
  });

  it('is anything where one member is, and nothing where none is', () => {
    expect(unionSchema([{ kind: 'string' }, { kind: 'unknown' }], scope)).toEqual({});
    expect(unionSchema([], scope)).toEqual({ not: {} });
  });
});

describe('intersectionSchema', () => {
  it('leaves out what says nothing', () => {
    expect(intersectionSchema([{ kind: 'reference', name: 'A' }, { kind: 'unknown' }], scope)).toEqual({ $ref: '#/A' });
    expect(intersectionSchema([{ kind: 'string' }, literal('a')], scope)).toEqual({
      allOf: [{ type: 'string' }, { const: 'a' }],
    });
  });
});

describe('enumSchema', () => {
  it('says of members what is said of them', () => {
    const members = [
      { name: 'A', value: 'a', doc: 'First.' },
      { name: 'B', value: 2 },
    ];
    expect(enumSchema({ kind: 'enum', members })).toEqual({ enum: ['a', 2], description: '- `"a"`: First.' });
  });
});
