import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../../contract/type-node.js';
import type { WireForm } from './json-schema.js';
import { SchemaWriter } from './schema-writer.js';

const writer = (form: WireForm) =>
  new SchemaWriter({ dialect: '2020-12', form, types: {}, anyNumber: () => ({}), referenceTo: (name) => `#/${name}` });

describe('SchemaWriter', () => {
  it('says that a bigint has no form in plain JSON', () => {
    expect(writer('json').write({ kind: 'bigint' })).toEqual({ not: {} });
    expect(writer('superjson').write({ kind: 'bigintLiteral', value: '7' })).toEqual({ const: '7' });
  });

  it('takes undefined for null where something must stand, and for nothing where a member is left out', () => {
    const node: TypeNode = { kind: 'union', of: [{ kind: 'boolean' }, { kind: 'undefined' }], doc: 'Perhaps.' };
    expect(writer('json').write(node)).toEqual({
      anyOf: [{ type: 'boolean' }, { type: 'null' }],
      description: 'Perhaps.',
    });
    expect(writer('json').writePresent(node)).toEqual({ type: 'boolean', description: 'Perhaps.' });
    expect(writer('superjson').writePresent(node)).toMatchObject({ anyOf: [{ type: 'boolean' }, { type: 'null' }] });
    expect(writer('json').writePresent({ kind: 'void' })).toEqual({ not: {} });
  });

  it('says why a hole is one', () => {
    expect(writer('json').write({ kind: 'hole', reason: 'a function' })).toEqual({ $comment: 'a function' });
  });

  it('sees through a brand', () => {
    expect(writer('json').write({ kind: 'brand', name: 'Id', of: { kind: 'string' } })).toEqual({ type: 'string' });
  });
});
