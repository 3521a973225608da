import { describe, expect, it } from '@jest/globals';
import { FactTable } from '../fact-table.js';
import { engineOver } from '../fake-engine.spec-support.js';
import type { Declared, ObjectFacts, PropertyFacts, TypeFacts } from '../type-facts.js';
import { Definitions } from './definitions.js';
import { TypeBuilder } from './type-builder.js';

const FILE = '/app/src/models.ts';

function declared(name: string, more: Partial<Declared> = {}): Declared {
  return { name, origin: 'application', place: { file: FILE, index: name.length }, parameters: [], ...more };
}

function objectOf(types: Readonly<Record<string, number>>, more: Partial<ObjectFacts> = {}): ObjectFacts {
  const properties = Object.entries(types).map(
    ([name, type]): PropertyFacts => ({
      name,
      type,
      isSymbol: false,
      isOptional: false,
      isReadonly: false,
      places: [],
    }),
  );
  return { form: 'object', properties, indexes: [], isCallable: false, ...more };
}

function builderOver(facts: Readonly<Record<number, TypeFacts>>, texts: Readonly<Record<number, string>> = {}) {
  const table = new FactTable(engineOver(facts));
  table.explore(Object.keys(facts).map(Number));
  const definitions = new Definitions();
  return { definitions, builder: new TypeBuilder(table, definitions, ({ index }) => texts[index] ?? '') };
}

const text: TypeFacts = { form: 'intrinsic', name: 'string' };

describe('TypeBuilder', () => {
  it('defines what the application names, once, with its comment', () => {
    const facts = { 0: text, 1: objectOf({ name: 0 }, { declared: declared('User') }), 2: objectOf({ a: 1, b: 1 }) };
    const { builder, definitions } = builderOver(facts, { 4: '/** Somebody. */ interface User' });
    const node = builder.build(2, ['users', 'Output']);
    const [definition] = definitions.all();
    expect(definitions.all()).toHaveLength(1);
    expect(definition).toMatchObject({ wish: 'User', file: FILE, node: { kind: 'object', doc: 'Somebody.' } });
    expect(node).toMatchObject({
      properties: [{ type: { kind: 'reference', name: definition?.key } }, { type: { name: definition?.key } }],
    });
  });

  it('writes a type of a package out, under no name', () => {
    const place = { file: '/app/node_modules/p/index.d.ts', index: 1 };
    const facts = { 0: text, 1: objectOf({ name: 0 }, { declared: declared('User', { origin: 'package', place }) }) };
    const { builder, definitions } = builderOver(facts);
    expect(builder.build(1, ['a'])).toMatchObject({ kind: 'object' });
    expect(definitions.all()).toEqual([]);
  });

  it('makes one type of each use of a generic, named after its parameters', () => {
    const page = (parameter: number): ObjectFacts =>
      objectOf({ items: parameter }, { declared: declared('Page', { parameters: [parameter] }) });
    const facts = {
      0: text,
      1: objectOf({}, { declared: declared('Order') }),
      2: page(0),
      3: page(1),
      4: objectOf({ a: 2, b: 3 }),
    };
    const { builder, definitions } = builderOver(facts);
    builder.build(4, ['a']);
    expect(
      definitions
        .all()
        .map(({ wish }) => wish)
        .toSorted(),
    ).toEqual(['Order', 'PageOrder', 'PageString']);
  });

  it('lets a named type hold itself', () => {
    const facts = { 1: objectOf({ next: 1 }, { declared: declared('List') }) };
    const { builder, definitions } = builderOver(facts);
    const node = builder.build(1, ['a']);
    expect(definitions.all()).toMatchObject([{ node: { properties: [{ name: 'next', type: node }] } }]);
  });

  it('names an unnamed type that holds itself after where it was met', () => {
    const facts: Readonly<Record<number, TypeFacts>> = {
      1: objectOf({ tree: 2, again: 2 }),
      2: objectOf({ children: 3 }),
      3: { form: 'array', items: 2, readonly: false },
    };
    const { builder, definitions } = builderOver(facts);
    const node = builder.build(1, ['files', 'Output']);
    const key = '@@files.Output.again';
    expect(node).toMatchObject({ properties: [{ type: { name: key } }, { type: { name: key } }] });
    expect(definitions.all()).toMatchObject([
      { key, wish: 'FilesOutputAgain', node: { properties: [{ type: { items: { kind: 'reference', name: key } } }] } },
    ]);
  });

  it('calls a recursive type of a package by its own name', () => {
    const place = { file: '/app/node_modules/p/index.d.ts', index: 1 };
    const alias = declared('Json', { origin: 'package', place });
    const facts: Readonly<Record<number, TypeFacts>> = {
      0: text,
      1: { form: 'union', of: [0, 2], alias },
      2: { form: 'array', items: 1, readonly: false },
    };
    const { builder, definitions } = builderOver(facts);
    builder.build(1, ['a', 'Input']);
    expect(definitions.all()).toMatchObject([{ wish: 'Json', otherwise: 'AInput' }]);
  });

  it('defines an enum by its members, and holds nothing of one whose values are computed', () => {
    const enumOf = (name: string, value: string | undefined): TypeFacts => ({
      form: 'enum',
      declared: declared(name),
      members: [{ name: 'Red', value, place: { file: FILE, index: 99 } }],
    });
    const { builder, definitions } = builderOver(
      { 1: enumOf('Colour', 'r'), 2: enumOf('Computed', undefined) },
      { 99: '/** Warm. */ Red' },
    );
    builder.build(1, ['a']);
    builder.build(2, ['a']);
    expect(definitions.all()).toMatchObject([
      { node: { kind: 'enum', members: [{ name: 'Red', value: 'r', doc: 'Warm.' }] } },
      { node: { kind: 'hole', reason: expect.stringContaining('the enum Computed') } },
    ]);
  });

  it('takes the only member of an enum for the enum', () => {
    const memberOf = { form: 'enum' as const, declared: declared('One'), members: [{ name: 'A', value: 1 }] };
    const { builder } = builderOver({ 1: { form: 'literal', value: 1, memberOf } });
    expect(builder.build(1, ['a'])).toMatchObject({ kind: 'reference' });
  });

  it('says that a property that can only be left out is never there', () => {
    const { builder } = builderOver({ 0: { form: 'intrinsic', name: 'missing' } });
    expect(builder.build(0, ['flow', 'Output'])).toEqual({ kind: 'never' });
  });

  it('gives holes reasons one can act on', () => {
    const facts: Readonly<Record<number, TypeFacts>> = {
      1: { form: 'intrinsic', name: 'object' },
      2: { form: 'unresolved', what: 'the type parameter T' },
      3: { form: 'language', name: 'Promise', parameters: [] },
    };
    const { builder } = builderOver(facts);
    expect([1, 2, 3, 4].map((id) => builder.build(id, ['a']))).toEqual([
      { kind: 'hole', reason: 'it is `object`, which says nothing of what it holds; use Record<string, unknown>' },
      { kind: 'hole', reason: 'it is the type parameter T' },
      { kind: 'hole', reason: 'it is a Promise, which cannot be sent; await it before it is returned' },
      { kind: 'hole', reason: expect.stringContaining('without end') },
    ]);
  });
});
