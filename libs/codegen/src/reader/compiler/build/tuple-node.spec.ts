import { describe, expect, it } from '@jest/globals';
import { contextOver } from './node-context.spec-support.js';
import { tupleNode } from './tuple-node.js';

describe('tupleNode', () => {
  it('says places, labels, a rest and that it is readonly', () => {
    const node = tupleNode(
      {
        form: 'tuple',
        readonly: true,
        items: [
          { type: 1, place: 'required', name: 'first' },
          { type: 2, place: 'optional' },
          { type: 3, place: 'rest' },
        ],
      },
      contextOver({}),
    );
    expect(node).toEqual({
      kind: 'tuple',
      readonly: true,
      items: [
        { type: { kind: 'reference', name: 'here.0.1' }, name: 'first' },
        { type: { kind: 'reference', name: 'here.1.2' }, optional: true },
      ],
      rest: { kind: 'reference', name: 'here.Rest.3' },
    });
  });

  it.each(['rest', 'variadic'] as const)('has no form for a %s before the end', (place) => {
    const items = [
      { type: 1, place },
      { type: 2, place: 'required' as const },
    ];
    expect(tupleNode({ form: 'tuple', readonly: false, items }, contextOver({}))).toMatchObject({ kind: 'hole' });
  });
});
