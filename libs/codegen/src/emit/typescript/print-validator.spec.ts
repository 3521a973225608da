import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { printValidator } from './print-validator.js';

const states: TypeNode = {
  kind: 'union',
  of: [
    { kind: 'literal', value: 'a' },
    { kind: 'literal', value: 'b' },
  ],
};
const scope = { nameOf: (name: string) => `${name}2`, typeOf: () => states };

const text: TypeNode = { kind: 'string' };
const nothing: TypeNode = { kind: 'undefined' };
const one = (name: string, isStrict?: true): TypeNode => ({
  kind: 'object',
  properties: [{ name, type: text }],
  ...(isStrict && { strict: true }),
});

describe('printValidator', () => {
  it.each<[TypeNode, string]>([
    [{ kind: 'reference', name: 'State' }, 'State2'],
    [
      { kind: 'record', key: { kind: 'reference', name: 'State' }, value: text },
      "z.record(z.union([z.literal('a'), z.literal('b')]), z.string())",
    ],
    [{ kind: 'record', key: text, value: text, partial: true }, 'z.partialRecord(z.string(), z.string())'],
    [{ kind: 'brand', name: 'Id', of: text }, 'z.string()'],
    [
      { kind: 'array', items: text, minItems: 1, maxItems: 2 },
      'z.array(z.string()).check(z.minLength(1), z.maxLength(2))',
    ],
    [
      { kind: 'tuple', items: [{ type: text, optional: true }], rest: nothing },
      'z.tuple([z.optional(z.string())], z.undefined())',
    ],
    [{ kind: 'union', of: [] }, 'z.never()'],
    [{ kind: 'template', texts: ['a', ''], types: [text] }, "z.templateLiteral(['a', z.string(), ''])"],
    [{ kind: 'hole', reason: 'a function' }, 'z.unknown()'],
    [{ kind: 'builtin', name: 'ReadonlyMap', of: [text, nothing] }, 'z.map(z.string(), z.undefined())'],
    [{ kind: 'builtin', name: 'Uint8Array' }, 'z.instanceof(Uint8Array)'],
  ])('prints %j as %s', (node, expected) => {
    expect(printValidator(node, scope)).toBe(expected);
  });

  it('keeps what it does not know, unless the server refuses it', () => {
    expect(printValidator(one('a'), scope)).toBe('z.looseObject({\n  a: z.string(),\n})');
    expect(printValidator(one('a', true), scope)).toBe('z.strictObject({\n  a: z.string(),\n})');
    expect(printValidator({ kind: 'intersection', of: [one('a', true), one('b', true)] }, scope)).not.toContain(
      'strict',
    );
    expect(printValidator({ kind: 'intersection', of: [] }, scope)).toBe('z.unknown()');
  });

  it('tells what may be left out from what may be undefined', () => {
    const node: TypeNode = {
      kind: 'object',
      properties: [
        { name: 'a', type: text, optional: true },
        { name: 'b', type: { kind: 'union', of: [text, nothing] }, optional: true },
        { name: '__proto__', type: text },
      ],
    };
    expect(printValidator(node, scope)).toBe(
      'z.looseObject({\n  a: z.exactOptional(z.string()),\n  b: z.optional(z.union([z.string(), z.undefined()])),\n})',
    );
  });
});
