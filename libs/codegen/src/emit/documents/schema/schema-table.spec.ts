import { describe, expect, it } from '@jest/globals';
import { createPayloadCodec } from '@trunkline/protocol';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import superjson from 'superjson';
import type { Contract, Transformer } from '../../../contract/contract.js';
import type { TypeNode } from '../../../contract/type-node.js';
import type { SchemaDialect } from './json-schema.js';
import { componentName, SchemaTable } from './schema-table.js';
import { namedTypes, typedValues } from './typed-value.spec-support.js';

const contractOf = (transformer: Transformer): Contract => ({
  trunkline: 1,
  transformer,
  procedures: {},
  types: namedTypes,
});

const codecs = {
  none: createPayloadCodec(undefined),
  superjson: createPayloadCodec(superjson),
};

const folder = '#/definitions/';

/** What ajv says of a payload, of which `undefined` means that its member was left out. */
function complaint(transformer: 'none' | 'superjson', dialect: SchemaDialect, node: TypeNode, value: unknown): string {
  const table = new SchemaTable(contractOf(transformer), { dialect, folder });
  const { schema, isRequired } = table.output(node);
  const text = codecs[transformer].encode(value);
  if (text === undefined) return isRequired ? 'the member is left out' : '';
  if (typeof text !== 'string') return text.message;
  const ajv = dialect === '2020-12' ? new Ajv2020({ strict: false }) : new Ajv({ strict: false });
  formats.default(ajv);
  const isValid = ajv.validate({ ...schema, definitions: table.definitions() }, JSON.parse(text));
  return isValid ? '' : `${ajv.errorsText()} in ${text}`;
}

describe('SchemaTable', () => {
  it('follows a chain of ten thousand named types', () => {
    const count = 10_000;
    const types = Object.fromEntries(
      Array.from({ length: count }, (_, index): [string, TypeNode] => [
        `T${index}`,
        { kind: 'array', items: index + 1 < count ? { kind: 'reference', name: `T${index + 1}` } : { kind: 'string' } },
      ]),
    );
    const table = new SchemaTable({ ...contractOf('none'), types }, { dialect: '2020-12', folder });
    table.output({ kind: 'reference', name: 'T0' });
    const definitions = table.definitions();
    expect(Object.keys(definitions)).toHaveLength(count);
    expect(definitions['T9999']).toEqual({ title: 'T9999', type: 'array', items: { type: 'string' } });
  });

  const dialects: SchemaDialect[] = ['draft-07', '2020-12'];

  it.each(dialects)('accepts in %s what the plain codec writes of any value of any type', (dialect) => {
    fc.assert(
      fc.property(typedValues('json'), ({ node, value }) => {
        expect(complaint('none', dialect, node, value)).toBe('');
      }),
      { numRuns: 150 },
    );
  });

  it.each(dialects)('accepts in %s what superjson writes of any value of any type', (dialect) => {
    fc.assert(
      fc.property(typedValues('superjson'), ({ node, value }) => {
        expect(complaint('superjson', dialect, node, value)).toBe('');
      }),
      { numRuns: 150 },
    );
  });

  const wrong: readonly (readonly [name: string, node: TypeNode, value: unknown])[] = [
    ['a text for a number', { kind: 'number' }, 'one'],
    ['a number that is too great', { kind: 'number', maximum: 3 }, 4],
    ['a text that no pattern matches', { kind: 'string', patterns: ['^a', 'b$'] }, 'ac'],
    ['a member that is missing', { kind: 'object', properties: [{ name: 'a', type: { kind: 'string' } }] }, {}],
    ['a member too many where the server refuses it', { kind: 'object', properties: [], strict: true }, { a: 1 }],
    ['a date that is none', { kind: 'builtin', name: 'Date' }, 'yesterday'],
    ['an item too many', { kind: 'tuple', items: [{ type: { kind: 'string' } }] }, ['a', 'b']],
    ['an item of another type', { kind: 'tuple', items: [], rest: { kind: 'string' } }, [1]],
    ['another value of an enum', { kind: 'reference', name: 'Role' }, 'guest'],
    [
      'a key that is missing',
      { kind: 'record', key: { kind: 'reference', name: 'Role' }, value: { kind: 'number' } },
      { admin: 1 },
    ],
    ['a text of another template', { kind: 'template', texts: ['v', ''], types: [{ kind: 'number' }] }, 'vx'],
    ['something in place of null', { kind: 'null' }, 0],
    [
      'one half of an intersection',
      { kind: 'intersection', of: [{ kind: 'string' }, { kind: 'literal', value: 'a' }] },
      'b',
    ],
    [
      'what is wrong deep in a recursive type',
      { kind: 'reference', name: 'Tree' },
      { name: 'a', at: null, below: [{ name: 1, at: null, below: [] }] },
    ],
  ];

  it.each(wrong)('refuses %s', (_, node, value) => {
    for (const dialect of dialects) {
      expect(complaint('none', dialect, node, value)).not.toBe('');
      expect(complaint('superjson', dialect, node, value)).not.toBe('');
    }
  });

  it('refuses no JSON where another transformer writes it', () => {
    const table = new SchemaTable(contractOf('other'), { dialect: '2020-12', folder });
    expect(table.output({ kind: 'string' })).toEqual({ schema: {}, isRequired: false });
    expect(table.definitions()).toEqual({});
  });

  it('needs no input where the type has undefined in it', () => {
    const table = new SchemaTable(contractOf('superjson'), { dialect: '2020-12', folder });
    expect(table.input({ kind: 'reference', name: 'Maybe' }).isRequired).toBe(false);
    expect(table.input({ kind: 'reference', name: 'Tree' }).isRequired).toBe(true);
  });

  it('keeps types of errors apart from those of payloads, since errors are always plain JSON', () => {
    const table = new SchemaTable(contractOf('superjson'), { dialect: '2020-12', folder });
    expect(table.error({ kind: 'reference', name: 'Tree' })).toEqual({ $ref: '#/definitions/json.Tree' });
    expect(Object.keys(table.definitions())).toEqual(['json.Tree']);
  });
});

describe('componentName', () => {
  it('keeps letters, digits, dots and dashes, and writes the rest in numbers', () => {
    expect(componentName('shop.Order-2_a')).toBe('shop.Order-2_a');
    expect(componentName('Größe$')).toBe('Gr_uf6__udf_e_u24_');
  });
});
