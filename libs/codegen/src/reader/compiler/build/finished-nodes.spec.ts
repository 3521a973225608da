import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../../contract/type-node.js';
import { FinishedNodes } from './finished-nodes.js';

const node: TypeNode = { kind: 'array', items: { kind: 'reference', name: 'key' } };

describe('FinishedNodes', () => {
  it('gives the same object as long as the names in it stay', () => {
    const nodes = new FinishedNodes();
    const first = nodes.finish(node, new Map([['key', 'Order']]));
    expect(first).toEqual({ kind: 'array', items: { kind: 'reference', name: 'Order' } });
    expect(
      nodes.finish(
        node,
        new Map([
          ['other', 'Host'],
          ['key', 'Order'],
        ]),
      ),
    ).toBe(first);
  });

  it('finishes anew what is called otherwise', () => {
    const nodes = new FinishedNodes();
    nodes.finish(node, new Map([['key', 'Order']]));
    const items = { kind: 'reference', name: 'OrdersOrder' };
    expect(nodes.finish(node, new Map([['key', 'OrdersOrder']]))).toEqual({ kind: 'array', items });
    expect(nodes.finish(node, new Map())).toEqual(node);
  });
});
