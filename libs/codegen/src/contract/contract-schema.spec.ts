import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contractArbitrary } from '../testing/contract-arbitrary.js';
import { contractSchema } from './contract-schema.js';

const contractWith = (output: object): object => ({
  trunkline: 1,
  transformer: 'none',
  types: {},
  procedures: {
    a: { kind: 'query', input: { kind: 'void' }, output, source: { input: 'both', output: 'both' } },
  },
});

describe('contractSchema', () => {
  it('takes every contract as it is', () => {
    fc.assert(
      fc.property(contractArbitrary, (contract) => {
        const json: unknown = JSON.parse(JSON.stringify(contract));
        expect(contractSchema.parse(json)).toEqual(json);
      }),
    );
  });

  it.each<[string, object]>([
    ['a kind that is none', { kind: 'text' }],
    ['a member that it does not know', { kind: 'string', size: 3 }],
    ['a member of another kind', { kind: 'string', minimum: 3 }],
    ['a length below zero', { kind: 'string', minLength: -1 }],
    ['a bigint that is no whole number', { kind: 'bigintLiteral', value: '1.5' }],
    ['an empty union', { kind: 'union', of: [] }],
    ['a wrong node deep inside', { kind: 'array', items: { kind: 'record', key: { kind: 'string' } } }],
  ])('refuses %s', (_what, output) => {
    expect(contractSchema.safeParse(contractWith({ kind: 'string' })).success).toBe(true);
    expect(contractSchema.safeParse(contractWith(output)).success).toBe(false);
  });
});
