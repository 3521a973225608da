import { describe, expect, it } from '@jest/globals';
import type { ObjectFacts, PropertyFacts, TypeFacts } from '../type-facts.js';
import { intersectionNode } from './intersection-node.js';
import { contextOver } from './node-context.spec-support.js';
import { FUNCTION_HOLE } from './object-node.js';

const text: TypeFacts = { form: 'intrinsic', name: 'string' };
const name: TypeFacts = { form: 'literal', value: 'UserId' };

function objectOf(properties: readonly PropertyFacts[], more: Partial<ObjectFacts> = {}): ObjectFacts {
  return { form: 'object', properties, indexes: [], isCallable: false, ...more };
}

function property(key: string, type: number, isSymbol = false): PropertyFacts {
  return { name: key, type, isSymbol, isOptional: false, isReadonly: true, places: [] };
}

describe('intersectionNode', () => {
  it("is a brand of zod's, one around another, by name", () => {
    const brandOf = (parameter: number): ObjectFacts =>
      objectOf([property('$brand', 9, true)], {
        alias: { name: '$brand', origin: 'package', parameters: [parameter] },
      });
    const facts = { 0: text, 1: brandOf(5), 2: brandOf(6), 5: name, 6: { form: 'literal', value: 'Admin' } as const };
    expect(
      intersectionNode({ form: 'intersection', of: [1, 0, 2] }, contextOver(facts, { 0: { kind: 'string' } })),
    ).toEqual({
      kind: 'brand',
      name: 'UserId',
      of: { kind: 'brand', name: 'Admin', of: { kind: 'string' } },
    });
  });

  it('is a brand where a text is an object as well, named by what marks it', () => {
    const context = contextOver({ 0: text, 1: objectOf([property('__brand', 2)]), 2: name }, { 0: { kind: 'string' } });
    expect(intersectionNode({ form: 'intersection', of: [0, 1] }, context)).toEqual({
      kind: 'brand',
      name: 'UserId',
      of: { kind: 'string' },
    });
  });

  it('is a brand where an object is marked by a symbol, named after it where its value says nothing', () => {
    const context = contextOver({
      0: objectOf([property('x', 3)]),
      1: objectOf([property('point', 2, true)]),
      2: text,
    });
    expect(intersectionNode({ form: 'intersection', of: [0, 1] }, context)).toMatchObject({
      kind: 'brand',
      name: 'point',
    });
  });

  it('keeps objects side by side, and a text with an object that says nothing', () => {
    const context = contextOver({
      0: objectOf([property('x', 3)]),
      1: objectOf([property('y', 3)]),
      2: text,
      3: objectOf([]),
    });
    expect(intersectionNode({ form: 'intersection', of: [0, 1] }, context)).toMatchObject({ kind: 'intersection' });
    expect(intersectionNode({ form: 'intersection', of: [2, 3] }, context)).toMatchObject({ kind: 'intersection' });
  });

  it('is a function where a part is one', () => {
    const context = contextOver({ 0: objectOf([]), 1: objectOf([]) }, { 0: FUNCTION_HOLE });
    expect(intersectionNode({ form: 'intersection', of: [0, 1] }, context)).toBe(FUNCTION_HOLE);
  });
});
