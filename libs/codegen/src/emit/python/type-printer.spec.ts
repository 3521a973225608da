import { describe, expect, it } from '@jest/globals';
import type { TypeNode } from '../../contract/type-node.js';
import { TypePrinter } from './type-printer.js';

const text: TypeNode = { kind: 'string' };
const object = (name: string, type: TypeNode): TypeNode => ({ kind: 'object', properties: [{ name, type }] });

function declared(node: TypeNode, types: Readonly<Record<string, TypeNode>> = {}): readonly string[] {
  const printer = new TypePrinter(types);
  printer.declareAs('Whole', node);
  return printer.declarations();
}

describe('TypePrinter', () => {
  it.each<[TypeNode, string]>([
    [{ kind: 'number', integer: true }, 'int'],
    [{ kind: 'array', items: text }, 'list[str]'],
    [{ kind: 'literal', value: 1.5 }, 'float'],
    [{ kind: 'union', of: [text, { kind: 'null' }, { kind: 'undefined' }] }, 'str | None'],
    [{ kind: 'tuple', items: [{ type: text }, { type: { kind: 'boolean' } }] }, 'tuple[str, bool]'],
    [{ kind: 'tuple', items: [{ type: text }], rest: { kind: 'boolean' } }, 'tuple[str | bool, ...]'],
    [{ kind: 'record', key: { kind: 'number' }, value: text }, 'dict[str, str]'],
    [{ kind: 'builtin', name: 'Map', of: [{ kind: 'builtin', name: 'Date' }, text] }, 'dict[dt.datetime, str]'],
    [{ kind: 'builtin', name: 'Set', of: [{ kind: 'array', items: text }] }, 'list[list[str]]'],
    [{ kind: 'builtin', name: 'Uint8Array' }, 'bytes'],
    [{ kind: 'object', properties: [], index: text }, 'dict[str, str]'],
  ])('prints %j as %s', (node, expected) => {
    expect(declared(node)).toEqual([`Whole: t.TypeAlias = t.Union[${JSON.stringify(expected)}]`]);
  });

  it('declares objects under names of the places where they stand', () => {
    const shapes: TypeNode = {
      kind: 'union',
      of: [object('kind', { kind: 'literal', value: 'circle' }), object('side', text)],
    };
    expect(declared({ kind: 'array', items: shapes })).toEqual([
      'class WholeItemCircle(t.TypedDict):\n    kind: t.Literal["circle"]',
      'class WholeItem2(t.TypedDict):\n    side: str',
      'Whole: t.TypeAlias = t.Union["list[WholeItemCircle | WholeItem2]"]',
    ]);
  });

  it('declares a brand once, and none of what is no class', () => {
    const id: TypeNode = { kind: 'brand', name: 'Id', of: text };
    expect(declared({ kind: 'tuple', items: [{ type: id }, { type: id }] })).toEqual([
      'Id = t.NewType("Id", str)',
      'Whole: t.TypeAlias = t.Union["tuple[Id, Id]"]',
    ]);
    expect(declared({ kind: 'brand', name: 'Ids', of: { kind: 'array', items: text } })).toEqual([
      'Whole: t.TypeAlias = t.Union["list[str]"]',
    ]);
  });

  it('joins the objects of an intersection, through names', () => {
    const node: TypeNode = { kind: 'intersection', of: [{ kind: 'reference', name: 'A' }, object('b', text)] };
    expect(declared(node, { A: object('a', text) })).toEqual(['class Whole(t.TypedDict):\n    a: str\n    b: str']);
    expect(declared({ kind: 'intersection', of: [text, object('b', text)] })).toEqual([
      'Whole: t.TypeAlias = t.Union["t.Any"]',
    ]);
  });

  it('keeps apart what would be called alike', () => {
    const printer = new TypePrinter({ 'a-b': text, aB: text });
    printer.declareTypes();
    expect(printer.declarations()).toEqual(['AB: t.TypeAlias = t.Union["str"]', 'AB_2: t.TypeAlias = t.Union["str"]']);
  });
});
