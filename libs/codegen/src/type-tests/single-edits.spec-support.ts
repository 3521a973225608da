import { childrenOf, mapChildren } from '../contract/children.js';
import type { ArrayNode, ObjectNode, RecordNode, TemplateNode, TupleNode, TypeNode } from '../contract/type-node.js';

/** A type after exactly one edit, and what the edit was. */
export interface SingleEdit {
  readonly what: string;
  readonly node: TypeNode;
}

/** The type behind a name. */
type Resolve = (name: string) => TypeNode | undefined;

/** Every type that is one edit away from a type, wherever in it; names that it refers to are replaced, not followed. */
export function singleEditsOf(node: TypeNode, resolve: Resolve): readonly SingleEdit[] {
  if (node.kind === 'record') return [...editsOfRecord(node, resolve), ...editsOfAny(node, resolve)];
  if (node.kind === 'template') return [...editsOfTemplate(node), ...editsOfAny(node, resolve)];
  const below = childrenOf(node).flatMap((child, index) =>
    singleEditsOf(child, resolve).map((edit) => ({
      what: `${labelOf(node, index)}: ${edit.what}`,
      node: withChild(node, index, edit.node),
    })),
  );
  return [...editsOfForm(node), ...editsOfAny(node, resolve), ...below];
}

/** What can be done to any type. */
function editsOfAny(node: TypeNode, resolve: Resolve): readonly SingleEdit[] {
  const unlike: TypeNode = node.kind === 'number' ? { kind: 'string' } : { kind: 'number' };
  const edits: SingleEdit[] = [{ what: 'is another type', node: unlike }];
  if (node.kind !== 'any') edits.push({ what: 'is any', node: { kind: 'any' } });
  const form = node.kind === 'reference' ? resolve(node.name) : node;
  const takesAll = form?.kind === 'any' || form?.kind === 'unknown' || form?.kind === 'hole';
  if (!takesAll) edits.push({ what: 'is unknown', node: { kind: 'unknown' } });
  // A symbol, because nothing that can be sent is one already.
  if (!takesAll) edits.push({ what: 'may be a symbol', node: { kind: 'union', of: [node, { kind: 'symbol' }] } });
  if (node.kind !== 'never') edits.push({ what: 'is never', node: { kind: 'never' } });
  return edits;
}

function editsOfForm(node: TypeNode): readonly SingleEdit[] {
  switch (node.kind) {
    case 'literal': {
      const { value } = node;
      const other = typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : `${value}x`;
      const base = typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean';
      return [
        { what: 'is another value', node: { kind: 'literal', value: other } },
        { what: 'is any value', node: { kind: base } },
      ];
    }
    case 'bigintLiteral':
      return [{ what: 'is another value', node: { ...node, value: `${node.value}1` } }];
    case 'array':
      return [toggle(node, 'readonly')];
    case 'tuple':
      return editsOfTuple(node);
    case 'object':
      return editsOfObject(node);
    case 'union':
    case 'intersection':
      return node.of.map((_, index) => ({
        what: `has no member ${index}`,
        node: { ...node, of: node.of.toSpliced(index, 1) },
      }));
    case 'enum':
      return node.members.map(({ name }, index) => ({
        what: `has no ${name}`,
        node: { ...node, members: node.members.toSpliced(index, 1) },
      }));
    case 'brand':
      return [
        { what: 'has no brand', node: node.of },
        { what: 'has another brand', node: { ...node, name: `${node.name}x` } },
      ];
    default:
      return [];
  }
}

function editsOfTuple(node: TupleNode): readonly SingleEdit[] {
  const { rest, ...fixed } = node;
  const isLast = (index: number): boolean => index === node.items.length - 1;
  return [
    toggle(node, 'readonly'),
    ...(rest === undefined ? [] : [{ what: 'has no rest', node: fixed }]),
    ...node.items.flatMap((item, index) => {
      const edits = [{ what: `has no place ${index}`, node: { ...node, items: node.items.toSpliced(index, 1) } }];
      // What follows an optional place is optional too.
      const may = item.optional === true ? node.items[index - 1]?.optional !== true || isLast(index) : isLast(index);
      const mayToggle =
        may && (item.optional !== true || node.items.slice(0, index).every(({ optional }) => optional !== true));
      if (mayToggle)
        edits.push({
          what: `place ${index} may be left out or not`,
          node: { ...node, items: node.items.with(index, toggled(item, 'optional')) },
        });
      return edits;
    }),
  ];
}

function editsOfObject(node: ObjectNode): readonly SingleEdit[] {
  const { index, properties } = node;
  const named = properties.flatMap((property, at) => [
    { what: `has no ${property.name}`, node: { ...node, properties: properties.toSpliced(at, 1) } },
    ...(['optional', 'readonly'] as const).map((flag) => ({
      what: `${property.name}: ${flag} or not`,
      node: { ...node, properties: properties.with(at, toggled(property, flag)) },
    })),
  ]);
  const more = { name: 'editedIn', type: index ?? ({ kind: 'string' } as const) };
  const { index: _index, ...closed } = node;
  return [
    ...named,
    { what: 'has one more property', node: { ...node, properties: [...properties, more] } },
    index === undefined
      ? { what: 'has an index', node: { ...node, index: { kind: 'unknown' } } }
      : { what: 'has no index', node: closed },
  ];
}

function editsOfRecord(node: RecordNode, resolve: Resolve): readonly SingleEdit[] {
  const key: TypeNode = node.key.kind === 'string' ? { kind: 'number' } : { kind: 'string' };
  const values = singleEditsOf(node.value, resolve).map(({ what, node: value }) => ({
    what: `value: ${what}`,
    node: { ...node, value },
  }));
  const members = node.key.kind === 'union' ? editsOfForm(node.key) : [];
  return [
    { what: 'has another key', node: { ...node, key } },
    ...members.map((edit) => ({ what: `key: ${edit.what}`, node: { ...node, key: edit.node } })),
    ...(node.key.kind === 'string' || node.key.kind === 'number' ? [] : [toggle(node, 'partial')]),
    ...values,
  ];
}

function editsOfTemplate(node: TemplateNode): readonly SingleEdit[] {
  return [
    ...node.texts.map((text, index) => ({
      what: `has another text ${index}`,
      node: { ...node, texts: node.texts.with(index, `${text}x`) },
    })),
    ...node.types.map((type, index) => ({
      what: `has another type ${index}`,
      node: { ...node, types: node.types.with(index, { kind: type.kind === 'number' ? 'bigint' : 'number' }) },
    })),
  ];
}

type Flag = 'optional' | 'readonly' | 'partial';

function toggle(node: ArrayNode | TupleNode | RecordNode, flag: Flag): SingleEdit {
  return { what: `is ${flag} or not`, node: toggled(node, flag) };
}

function toggled<TValue extends object>(value: TValue, flag: Flag): TValue {
  const { [flag]: isSet, ...rest } = value as TValue & { readonly [TFlag in Flag]?: true };
  return { ...rest, ...(isSet === true ? {} : { [flag]: true }) } as TValue;
}

function labelOf(node: TypeNode, index: number): string {
  return (node.kind === 'object' ? node.properties[index]?.name : undefined) ?? `${node.kind} ${index}`;
}

function withChild(node: TypeNode, index: number, child: TypeNode): TypeNode {
  let at = -1;
  return mapChildren(node, (old) => {
    at += 1;
    return at === index ? child : old;
  });
}
