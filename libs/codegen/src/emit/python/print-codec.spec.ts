import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { printCodec, printLiteral } from './print-codec.js';

const text: TypeNode = { kind: 'string' };

describe('printCodec', () => {
  it.each<[TypeNode, string]>([
    [{ kind: 'brand', name: 'Id', of: text }, 'TEXT'],
    [{ kind: 'union', of: [text, { kind: 'undefined' }, text] }, 'Union(TEXT, UNDEFINED)'],
    [{ kind: 'tuple', items: [{ type: text }, { type: text, optional: true }] }, 'Tuple((TEXT, TEXT,), 1, None)'],
    [{ kind: 'tuple', items: [], rest: text }, 'Tuple((), 0, TEXT)'],
    [
      { kind: 'object', properties: [{ name: 'a-b', type: text, optional: true }] },
      'Object({"a-b": TEXT}, ("a-b",), None)',
    ],
    [{ kind: 'record', key: text, value: { kind: 'boolean' } }, 'Object({}, (), BOOLEAN)'],
    [{ kind: 'builtin', name: 'Set', of: [text] }, 'Set(TEXT, True)'],
    [{ kind: 'builtin', name: 'Map', of: [{ kind: 'unknown' }, text] }, 'Map(ANYTHING, TEXT, False)'],
    [
      {
        kind: 'enum',
        members: [
          { name: 'A', value: 'a' },
          { name: 'B', value: 1 },
        ],
      },
      'OneOf("a", 1)',
    ],
    [{ kind: 'reference', name: 'Order' }, 'Named(TYPES, "Order")'],
    [{ kind: 'intersection', of: [text, { kind: 'null' }] }, 'All(TEXT, NULL)'],
    [{ kind: 'bigintLiteral', value: '-5' }, 'BigLiteral(-5)'],
  ])('prints %j as %s', (node, expected) => expect(printCodec(node, {})).toBe(expected));
});

describe('printLiteral', () => {
  it('writes truth as Python does', () => {
    expect([printLiteral(true), printLiteral(false), printLiteral(1.5), printLiteral('a')]).toEqual([
      'True',
      'False',
      '1.5',
      '"a"',
    ]);
  });
});
