import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../contract/type-node.js';
import {
  array,
  both,
  brand,
  date,
  enumeration,
  hole,
  literals,
  nil,
  number,
  object,
  record,
  reference,
  text,
  tuple,
  union,
} from './contract-builder.spec-support.js';
import { printType } from './print-type.js';

const printed: readonly (readonly [string, TypeNode])[] = [
  [
    'string (email, /^a/, length ≥ 1, length ≤ 9)',
    { kind: 'string', format: 'email', patterns: ['^a'], minLength: 1, maxLength: 9 },
  ],
  ['integer (≥ 1, < 9)', { kind: 'number', integer: true, minimum: 1, exclusiveMaximum: 9 }],
  ['number (> 0, ≤ 1, multiple of 0.5)', { kind: 'number', exclusiveMinimum: 0, maximum: 1, multipleOf: 0.5 }],
  ['bigint (≥ 0)', { kind: 'bigint', minimum: '0' }],
  ['7n', { kind: 'bigintLiteral', value: '7' }],
  ['"x" | 1 | true', literals('x', 1, true)],
  ['`id-${number}`', { kind: 'template', texts: ['id-', ''], types: [number] }],
  ['string[]', array(text)],
  ['(string | null)[] (items ≥ 1, items ≤ 3)', array(union(text, nil), { minItems: 1, maxItems: 3 })],
  ['[string, number]', tuple(text, number)],
  ['[string?, ...number[]]', { kind: 'tuple', items: [{ type: text, optional: true }], rest: number }],
  ['{ a: string; b?: number }', object({ a: text, 'b?': number })],
  ['{ [name]: number }', { ...object({}), index: number }],
  ['Record<string, Date>', record(text, date)],
  ['{ a: string } & User', both(object({ a: text }), reference('User'))],
  ['"x" | 2', enumeration({ X: 'x', Two: 2 })],
  ['UserId', brand('UserId', text)],
  ['Map<string, number>', { kind: 'builtin', name: 'Map', of: [text, number] }],
  ['unknown (not said)', hole],
  ['never', { kind: 'never' }],
];

describe('printType', () => {
  it.each(printed)('prints %s', (expected, node) => {
    expect(printType(node)).toBe(expected);
  });

  it('ends what is long', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const long = object(Object.fromEntries(names.map((name) => [name, number])));
    expect(printType(long)).toBe('{ a: number; b: number; c: number; d: number; e: number; f: number; … }');
    expect(printType(array(literals('x'.repeat(200)))).length).toBe(80);
  });
});
