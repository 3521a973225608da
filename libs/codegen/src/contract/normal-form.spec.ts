import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { typeNodeArbitrary } from '../testing/contract-arbitrary.js';
import { normalForm } from './normal-form.js';
import type { TypeNode } from './type-node.js';

const text: TypeNode = { kind: 'string' };
const number: TypeNode = { kind: 'number' };

describe('normalForm', () => {
  it('leaves out what does not travel, however deep', () => {
    const node: TypeNode = {
      kind: 'array',
      doc: 'All of them.',
      items: { kind: 'object', properties: [{ name: 'a', type: { ...text, default: 'x', deprecated: '' } }] },
    };
    expect(normalForm(node)).toEqual({
      kind: 'array',
      items: { kind: 'object', properties: [{ name: 'a', type: text }] },
    });
  });

  it.each<[TypeNode, TypeNode]>([
    [
      { kind: 'union', of: [number, text] },
      { kind: 'union', of: [text, number] },
    ],
    [
      { kind: 'object', properties: ['b', 'a'].map((name) => ({ name, type: text })) },
      { kind: 'object', properties: ['a', 'b'].map((name) => ({ name, type: text })) },
    ],
    [
      {
        kind: 'enum',
        members: [
          { name: 'B', value: 1 },
          { name: 'A', value: 2, doc: 'The first.' },
        ],
      },
      {
        kind: 'enum',
        members: [
          { name: 'A', value: 2 },
          { name: 'B', value: 1 },
        ],
      },
    ],
  ])('is the same for %j and %j', (one, other) => {
    expect(normalForm(one)).toEqual(normalForm(other));
  });

  it('keeps the order that matters', () => {
    const tupleOf = (...types: readonly TypeNode[]): TypeNode => ({
      kind: 'tuple',
      items: types.map((type) => ({ type })),
    });
    expect(normalForm(tupleOf(text, number))).not.toEqual(normalForm(tupleOf(number, text)));
  });

  it('is its own normal form', () => {
    fc.assert(fc.property(typeNodeArbitrary, (node) => expect(normalForm(normalForm(node))).toEqual(normalForm(node))));
  });
});
