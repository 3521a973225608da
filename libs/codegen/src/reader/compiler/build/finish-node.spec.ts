import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TypeNode } from '../../../contract/type-node.js';
import { finishNode } from './finish-node.js';

const none = (key: string): string => key;

describe('finishNode', () => {
  it('puts names in place of keys, however deep', () => {
    const node: TypeNode = { kind: 'array', items: { kind: 'reference', name: 'k', doc: 'All.' } };
    expect(finishNode(node, (key) => (key === 'k' ? 'Order' : key))).toEqual({
      kind: 'array',
      items: { kind: 'reference', name: 'Order', doc: 'All.' },
    });
  });

  it('brings literals first by value, and what is empty last, whatever the order was', () => {
    const members: TypeNode[] = [
      { kind: 'literal', value: 2 },
      { kind: 'literal', value: 10 },
      { kind: 'literal', value: 'a' },
      { kind: 'literal', value: 'b' },
      { kind: 'number' },
      { kind: 'string' },
      { kind: 'null' },
      { kind: 'undefined' },
      { kind: 'void' },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(members, { minLength: members.length }), (of) => {
        expect(finishNode({ kind: 'union', of }, none)).toEqual({ kind: 'union', of: members });
      }),
    );
  });

  it('says a member once', () => {
    const of: TypeNode[] = [{ kind: 'string' }, { kind: 'number' }, { kind: 'string' }];
    expect(finishNode({ kind: 'union', of }, none)).toEqual({
      kind: 'union',
      of: [{ kind: 'number' }, { kind: 'string' }],
    });
  });
});
