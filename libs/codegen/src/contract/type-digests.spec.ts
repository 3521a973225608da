import { describe, expect, it } from '@jest/globals';
import { TypeDigests } from './type-digests.js';
import type { TypeNode } from './type-node.js';

const text: TypeNode = { kind: 'string' };
const number: TypeNode = { kind: 'number' };
const to = (name: string): TypeNode => ({ kind: 'reference', name });
const linked = (name: string, value: TypeNode): TypeNode => ({
  kind: 'object',
  properties: [
    { name: 'value', type: value },
    { name: 'next', type: to(name) },
  ],
});

describe('TypeDigests', () => {
  it('changes with a type that is reached by name, at whatever distance, and with no other', () => {
    const typesWith = (leaf: TypeNode) => ({ A: linked('B', text), B: linked('C', text), C: leaf, Other: text });
    const before = new TypeDigests(typesWith(text));
    const after = new TypeDigests(typesWith(number));
    expect(after.of(to('A'))).not.toBe(before.of(to('A')));
    expect(after.of(to('Other'))).toBe(before.of(to('Other')));
    expect(after.of(text)).toBe(before.of(text));
  });

  it('changes with any of several types that reach each other', () => {
    const ringWith = (value: TypeNode) => ({ A: linked('B', text), B: linked('C', value), C: linked('A', text) });
    const before = new TypeDigests(ringWith(text));
    const after = new TypeDigests(ringWith(number));
    for (const name of ['A', 'B', 'C']) expect(after.of(to(name))).not.toBe(before.of(to(name)));
  });

  it('does not depend on the order in which types are listed', () => {
    const types = { A: linked('B', text), B: linked('A', number), C: text };
    const { A, B, C } = types;
    expect(new TypeDigests({ C, B, A }).of(to('A'))).toBe(new TypeDigests(types).of(to('A')));
  });
});
