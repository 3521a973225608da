import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { isHashable } from './is-hashable.js';

const types: Readonly<Record<string, TypeNode>> = {
  Id: { kind: 'brand', name: 'Id', of: { kind: 'string' } },
  Loop: { kind: 'union', of: [{ kind: 'string' }, { kind: 'reference', name: 'Loop' }] },
};

describe('isHashable', () => {
  it.each<TypeNode>([
    { kind: 'reference', name: 'Id' },
    { kind: 'builtin', name: 'Date' },
    { kind: 'tuple', items: [{ type: { kind: 'number' } }], rest: { kind: 'string' } },
    { kind: 'union', of: [{ kind: 'null' }, { kind: 'bigint' }] },
  ])('is true of %j', (node) => expect(isHashable(node, types)).toBe(true));

  it.each<TypeNode>([
    { kind: 'array', items: { kind: 'string' } },
    { kind: 'tuple', items: [], rest: { kind: 'object', properties: [] } },
    { kind: 'builtin', name: 'Set', of: [{ kind: 'string' }] },
    { kind: 'unknown' },
    { kind: 'reference', name: 'Loop' },
  ])('is false of %j', (node) => expect(isHashable(node, types)).toBe(false));
});
