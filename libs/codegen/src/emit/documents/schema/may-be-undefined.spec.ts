import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../../contract/type-node.js';
import { isAlwaysUndefined, mayBeUndefined } from './may-be-undefined.js';

const types: Readonly<Record<string, TypeNode>> = {
  Maybe: { kind: 'union', of: [{ kind: 'string' }, { kind: 'undefined' }] },
  Loop: { kind: 'union', of: [{ kind: 'string' }, { kind: 'reference', name: 'Loop' }] },
};

describe('mayBeUndefined', () => {
  it.each<TypeNode>([
    { kind: 'void' },
    { kind: 'unknown' },
    { kind: 'reference', name: 'Maybe' },
    { kind: 'brand', name: 'B', of: { kind: 'undefined' } },
    { kind: 'intersection', of: [{ kind: 'unknown' }, { kind: 'reference', name: 'Maybe' }] },
  ])('is true of %j', (node) => expect(mayBeUndefined(node, types)).toBe(true));

  it.each<TypeNode>([
    { kind: 'null' },
    { kind: 'object', properties: [] },
    { kind: 'reference', name: 'Loop' },
    { kind: 'reference', name: 'nowhere' },
    { kind: 'intersection', of: [{ kind: 'unknown' }, { kind: 'string' }] },
  ])('is false of %j', (node) => expect(mayBeUndefined(node, types)).toBe(false));
});

describe('isAlwaysUndefined', () => {
  it('is true of undefined and void alone', () => {
    expect([{ kind: 'void' } as const, { kind: 'undefined' } as const].every(isAlwaysUndefined)).toBe(true);
    expect(isAlwaysUndefined({ kind: 'unknown' })).toBe(false);
  });
});
