import { describe, expect, it } from '@jest/globals';
import type { BuiltinName } from '../../../contract/type-node.js';
import { builtinSchema } from './builtin-schema.js';
import type { SchemaDialect, WireForm } from './json-schema.js';
import { SchemaWriter } from './schema-writer.js';

const scope = (form: WireForm, dialect: SchemaDialect = '2020-12') =>
  new SchemaWriter({ dialect, form, types: {}, anyNumber: () => ({ type: 'number' }), referenceTo: (name) => name });

describe('builtinSchema', () => {
  it('says dates and URLs alike, whoever writes them', () => {
    for (const form of ['json', 'superjson'] as const) {
      expect(builtinSchema({ kind: 'builtin', name: 'Date' }, scope(form))).toEqual({
        type: 'string',
        format: 'date-time',
      });
      expect(builtinSchema({ kind: 'builtin', name: 'URL' }, scope(form))).toEqual({ type: 'string', format: 'uri' });
    }
  });

  it('says a map as pairs, in the words of each draft', () => {
    const node = { kind: 'builtin', name: 'Map', of: [{ kind: 'string' }, { kind: 'boolean' }] } as const;
    const pair = { type: 'array', minItems: 2, maxItems: 2 };
    const types = [{ type: 'string' }, { type: 'boolean' }];
    expect(builtinSchema(node, scope('superjson'))).toEqual({ type: 'array', items: { ...pair, prefixItems: types } });
    expect(builtinSchema(node, scope('superjson', 'draft-07'))).toEqual({
      type: 'array',
      items: { ...pair, items: types },
    });
  });

  it.each<BuiltinName>(['Map', 'Set', 'RegExp', 'Error'])('says that JSON.stringify leaves nothing of a %s', (name) => {
    expect(builtinSchema({ kind: 'builtin', name }, scope('json'))).toEqual({ type: 'object' });
  });
});
