import { describe, expect, it } from '@jest/globals';
import type { ObjectFacts, Place, PropertyFacts, TypeFacts } from '../type-facts.js';
import { contextOver } from './node-context.spec-support.js';
import { FUNCTION_HOLE, objectNode } from './object-node.js';

const text: TypeFacts = { form: 'intrinsic', name: 'string' };
const call: ObjectFacts = { form: 'object', properties: [], indexes: [], isCallable: true };

function property(name: string, more: Partial<PropertyFacts> = {}): PropertyFacts {
  return { name, type: 0, isSymbol: false, isOptional: false, isReadonly: false, places: [], ...more };
}

function objectOf(properties: readonly PropertyFacts[], more: Partial<ObjectFacts> = {}): ObjectFacts {
  return { form: 'object', properties, indexes: [], isCallable: false, ...more };
}

const at = (file: string, index: number): readonly Place[] => [{ file, index }];
const context = contextOver({
  0: text,
  1: call,
  2: { form: 'union', of: [1, 3] },
  3: { form: 'intrinsic', name: 'undefined' },
  4: { form: 'language', name: 'Function', parameters: [] },
  5: { form: 'intrinsic', name: 'number' },
});

function namesOf(facts: ObjectFacts): readonly string[] {
  const node = objectNode(facts, context);
  return node.kind === 'object' ? node.properties.map(({ name }) => name) : [];
}

describe('objectNode', () => {
  it('says of each property what it is, whether it may be missing or changed, and its comment', () => {
    const facts = objectOf([property('a', { isOptional: true, isReadonly: true, places: at('f.ts', 3) })]);
    expect(objectNode(facts, context)).toEqual({
      kind: 'object',
      properties: [
        { name: 'a', type: { kind: 'reference', name: 'here.a.0', doc: 'f.ts:3' }, optional: true, readonly: true },
      ],
    });
  });

  it('is what an object writes itself as', () => {
    expect(objectNode(objectOf([property('a')], { writesAs: 5 }), context)).toEqual({
      kind: 'reference',
      name: 'here.5',
    });
  });

  it('leaves out methods, functions and what is kept under symbols', () => {
    const method: PropertyFacts = { name: 'm', isSymbol: false, isOptional: false, isReadonly: false, places: [] };
    const properties = [
      method,
      property('s', { isSymbol: true }),
      ...[1, 2, 4].map((type) => property(`f${type}`, { type })),
    ];
    expect(namesOf(objectOf([...properties, property('kept')]))).toEqual(['kept']);
  });

  it('keeps the order of one file, and goes by name where there are several or none', () => {
    const [b, a] = [property('b', { places: at('f.ts', 1) }), property('a', { places: at('f.ts', 2) })];
    expect(namesOf(objectOf([a, b]))).toEqual(['b', 'a']);
    expect(namesOf(objectOf([{ ...b, places: at('g.ts', 1) }, a]))).toEqual(['a', 'b']);
    expect(
      namesOf(
        objectOf([
          { ...b, places: [] },
          { ...a, places: [] },
        ]),
      ),
    ).toEqual(['a', 'b']);
    expect(namesOf(objectOf([b, { ...a, places: b.places }]))).toEqual(['a', 'b']);
  });

  it('is a record where there is nothing but an index, and an object with an index otherwise', () => {
    const indexes = [{ key: 0, value: 5, isReadonly: false }];
    expect(objectNode(objectOf([], { indexes }), context)).toEqual({
      kind: 'record',
      key: { kind: 'reference', name: 'here.Key.0' },
      value: { kind: 'reference', name: 'here.Value.5' },
    });
    expect(objectNode(objectOf([property('a')], { indexes }), context)).toMatchObject({
      kind: 'object',
      index: { kind: 'reference', name: 'here.Value.5' },
    });
  });

  it('puts an index by other keys beside the object', () => {
    const indexes = [{ key: 5, value: 0, isReadonly: false }];
    expect(objectNode(objectOf([property('a')], { indexes }), context)).toMatchObject({
      kind: 'intersection',
      of: [{ kind: 'object' }, { kind: 'record' }],
    });
  });

  it('is what it extends of the language, or a hole where that cannot be sent', () => {
    expect(objectNode(objectOf([], { extends: 'TypeError' }), context)).toEqual({ kind: 'builtin', name: 'Error' });
    const declared = { name: 'Job', origin: 'application' as const, parameters: [] };
    expect(objectNode(objectOf([], { extends: 'Promise', declared }), context)).toMatchObject({
      kind: 'hole',
      reason: expect.stringContaining('Job extends Promise'),
    });
  });

  it('is a hole for a function', () => {
    expect(objectNode(call, context)).toBe(FUNCTION_HOLE);
  });
});
