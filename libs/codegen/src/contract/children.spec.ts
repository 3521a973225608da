import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { typeNodeArbitrary } from '../testing/contract-arbitrary.js';
import { childrenOf, mapChildren } from './children.js';
import type { TypeNode } from './type-node.js';

const text: TypeNode = { kind: 'string' };
const number: TypeNode = { kind: 'number' };

describe('childrenOf', () => {
  it.each<[TypeNode, readonly TypeNode[]]>([
    [text, []],
    [{ kind: 'reference', name: 'A' }, []],
    [{ kind: 'template', texts: ['a', 'b'], types: [text] }, [text]],
    [{ kind: 'array', items: text }, [text]],
    [{ kind: 'tuple', items: [{ type: text }], rest: number }, [text, number]],
    [{ kind: 'object', properties: [{ name: 'a', type: text }], index: number }, [text, number]],
    [{ kind: 'record', key: text, value: number }, [text, number]],
    [{ kind: 'union', of: [text, number] }, [text, number]],
    [{ kind: 'brand', name: 'B', of: text }, [text]],
    [{ kind: 'builtin', name: 'Map', of: [text, number] }, [text, number]],
    [{ kind: 'builtin', name: 'Date' }, []],
  ])('of %j are %j', (node, children) => {
    expect(childrenOf(node)).toEqual(children);
  });
});

describe('mapChildren', () => {
  it('puts what it is given where the children were, and nothing anywhere else', () => {
    fc.assert(
      fc.property(typeNodeArbitrary, (node) => {
        expect(mapChildren(node, (child) => child)).toEqual(node);
        const holes = childrenOf(mapChildren(node, () => ({ kind: 'never' })));
        expect(holes).toEqual(childrenOf(node).map(() => ({ kind: 'never' })));
      }),
    );
  });
});
