import { describe, expect, it } from '@jest/globals';
import { namesIn, namesReachedBy } from './reach.js';
import type { TypeNode } from './type-node.js';

const to = (name: string): TypeNode => ({ kind: 'reference', name });
const types: Readonly<Record<string, TypeNode>> = {
  Tree: {
    kind: 'object',
    properties: [
      { name: 'children', type: { kind: 'array', items: to('Tree') } },
      { name: 'leaf', type: to('Leaf') },
    ],
  },
  Leaf: { kind: 'string' },
  Alone: { kind: 'number' },
};

describe('namesReachedBy', () => {
  it('follows names, those of types that contain themselves too, each once and sorted', () => {
    expect(namesReachedBy([to('Tree'), { kind: 'array', items: to('Leaf') }], types)).toEqual(['Leaf', 'Tree']);
  });

  it('names a type that is not there, and takes no member of objects for one', () => {
    expect(namesReachedBy([to('Missing'), to('toString')], types)).toEqual(['Missing', 'toString']);
  });
});

describe('namesIn', () => {
  it('follows none', () => {
    expect([...namesIn({ kind: 'union', of: [to('Tree'), to('Tree'), { kind: 'null' }] })]).toEqual(['Tree']);
  });
});
