import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../../contract/type-node.js';
import { namesIn, readableName, typeBlock } from './type-block.js';

describe('typeBlock', () => {
  it('says a type as TypeScript, with its limits and its default in front', () => {
    expect(typeBlock({ kind: 'number', integer: true, minimum: 1, default: 20, deprecated: 'Use size.' })).toBe(
      'An integer. At least 1.\n\nDefault: 20\n\n**Deprecated.** Use size.\n\n```ts\nnumber\n```',
    );
  });
});

describe('namesIn', () => {
  it('finds each named type once, however deep', () => {
    const a: TypeNode = { kind: 'reference', name: 'A' };
    const node: TypeNode = {
      kind: 'tuple',
      items: [{ type: { kind: 'array', items: a } }],
      rest: { kind: 'union', of: [a] },
    };
    expect(namesIn(node)).toEqual(['A']);
  });
});

describe('readableName', () => {
  it('makes a name of what is none', () => {
    expect(readableName('Order')).toBe('Order');
    expect(readableName('acme.customer-name')).toBe('AcmeCustomerName');
  });
});
