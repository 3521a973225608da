import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { NodeMerger } from './node-merger.js';
import { TypeTable } from './type-table.js';

const text: TypeNode = { kind: 'string' };
const short: TypeNode = { kind: 'string', maxLength: 3 };
const number: TypeNode = { kind: 'number' };
const none: TypeNode = { kind: 'null' };
const reference = (name: string): TypeNode => ({ kind: 'reference', name });
const objectOf = (type: TypeNode): TypeNode => ({ kind: 'object', properties: [{ name: 'a', type }] });

type Types = Readonly<Record<string, TypeNode>>;

function mergerOf(schema: Types, compiler: Types = {}): { merger: NodeMerger; types: () => Types } {
  const table = new TypeTable(schema, compiler);
  return { merger: new NodeMerger(table), types: () => table.finished() };
}

describe('NodeMerger', () => {
  it('keeps the name of a union that may be null, with what the schema says in it', () => {
    const { merger, types } = mergerOf({ Payment: { kind: 'union', of: [objectOf(short), number] } });
    const compiler: TypeNode = { kind: 'union', of: [number, objectOf(text), none] };
    expect(merger.merge({ kind: 'union', of: [reference('Payment'), none] }, compiler)).toEqual({
      kind: 'union',
      of: [reference('Payment'), none],
    });
    expect(types()).toEqual({ Payment: { kind: 'union', of: [objectOf(short), number] } });
  });

  it('puts a brand around a named type where it is used with one, and only there', () => {
    const { merger, types } = mergerOf({ Name: short });
    const brand: TypeNode = { kind: 'brand', name: 'Given', of: text };
    expect(merger.merge(reference('Name'), brand)).toEqual({ ...brand, of: reference('Name') });
    expect(merger.merge(reference('Name'), text)).toEqual(reference('Name'));
    expect(types()).toEqual({ Name: short });
  });

  it('says a named type in full where the compiler sees another in its place', () => {
    const { merger, types } = mergerOf({ Name: objectOf({ kind: 'hole', reason: 'a transform' }) });
    expect(merger.merge(reference('Name'), objectOf(number))).toEqual(reference('Name'));
    expect(merger.merge(reference('Name'), objectOf(text))).toEqual(objectOf(text));
    expect(merger.merge(reference('Name'), objectOf(text))).toEqual(objectOf(text));
    expect(types()).toEqual({ Name: objectOf(number) });
  });

  it('keeps two names where the compiler has one for another type', () => {
    const { merger, types } = mergerOf({ Name: objectOf(text) }, { Other: objectOf(number) });
    expect(merger.merge(reference('Name'), objectOf(text))).toEqual(reference('Name'));
    expect(merger.merge(reference('Name'), reference('Other'))).toEqual(reference('Other'));
    expect(types()).toEqual({ Name: objectOf(text), Other: objectOf(number) });
  });

  it("keeps the compiler's name unless the schema knows more than a type can say", () => {
    const { merger } = mergerOf({}, { User: objectOf(text) });
    expect(merger.merge(objectOf(text), reference('User'))).toEqual(reference('User'));
    expect(merger.merge(objectOf(short), reference('User'))).toEqual(objectOf(short));
  });

  it('follows the compiler in what is readonly and in places of tuples that may be left out', () => {
    const { merger } = mergerOf({});
    expect(merger.merge({ kind: 'array', items: short }, { kind: 'array', items: text, readonly: true })).toEqual({
      kind: 'array',
      items: short,
      readonly: true,
    });
    expect(
      merger.merge(
        { kind: 'tuple', items: [{ type: short }] },
        { kind: 'tuple', items: [{ type: text, optional: true, name: 'given' }] },
      ),
    ).toEqual({ kind: 'tuple', items: [{ type: short, optional: true, name: 'given' }] });
  });
});
