import { unreachable } from '@trunkline/protocol';
import type { BuiltinNode, ObjectNode, RecordNode, TupleNode, TypeNode } from '../../contract/type-node.js';
import { isHashable } from './is-hashable.js';
import { quotePython } from './python-name.js';

/** What the values of a type become in Python, as an expression of the classes in `_scalars.py` and `_containers.py`. */
export function printCodec(node: TypeNode, types: Readonly<Record<string, TypeNode>>): string {
  const inner = (child: TypeNode): string => printCodec(child, types);
  switch (node.kind) {
    case 'string':
    case 'template':
      return 'TEXT';
    case 'number':
      return 'NUMBER';
    case 'bigint':
      return 'BIG_INT';
    case 'boolean':
      return 'BOOLEAN';
    case 'null':
      return 'NULL';
    case 'undefined':
    case 'void':
      return 'UNDEFINED';
    case 'unknown':
    case 'any':
    case 'never':
    case 'symbol':
    case 'hole':
      return 'ANYTHING';
    case 'literal':
      return `OneOf(${printLiteral(node.value)})`;
    case 'bigintLiteral':
      return `BigLiteral(${node.value})`;
    case 'enum':
      return `OneOf(${node.members.map(({ value }) => printLiteral(value)).join(', ')})`;
    case 'array':
      return `Array(${inner(node.items)})`;
    case 'brand':
      return inner(node.of);
    case 'reference':
      return `Named(TYPES, ${quotePython(node.name)})`;
    default:
      return printCompound(node, types, inner);
  }
}

/** A literal value as Python writes it. */
export function printLiteral(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? quotePython(value) : String(value);
}

function printCompound(
  node: Extract<TypeNode, { kind: 'tuple' | 'object' | 'record' | 'union' | 'intersection' | 'builtin' }>,
  types: Readonly<Record<string, TypeNode>>,
  inner: (child: TypeNode) => string,
): string {
  switch (node.kind) {
    case 'tuple':
      return printTuple(node, inner);
    case 'object':
      return printObject(node, inner);
    case 'record':
      return printRecord(node, inner);
    case 'union':
      return `Union(${[...new Set(node.of.map(inner))].join(', ')})`;
    case 'intersection':
      return `All(${node.of.map(inner).join(', ')})`;
    case 'builtin':
      return printBuiltin(node, types, inner);
    default:
      return unreachable(node);
  }
}

function printTuple({ items, rest }: TupleNode, inner: (child: TypeNode) => string): string {
  const required = items.filter(({ optional }) => !optional).length;
  const codecs = items.map(({ type }) => `${inner(type)}, `).join('');
  return `Tuple((${codecs.trimEnd()}), ${required}, ${rest === undefined ? 'None' : inner(rest)})`;
}

function printObject({ properties, index }: ObjectNode, inner: (child: TypeNode) => string): string {
  const members = properties.map(({ name, type }) => `${quotePython(name)}: ${inner(type)}`);
  const optional = properties.filter((property) => property.optional).map(({ name }) => `${quotePython(name)},`);
  return `Object({${members.join(', ')}}, (${optional.join(' ')}), ${index === undefined ? 'None' : inner(index)})`;
}

// Of keys nothing becomes anything but text, so a record is an object without members of a name.
function printRecord({ value }: RecordNode, inner: (child: TypeNode) => string): string {
  return `Object({}, (), ${inner(value)})`;
}

function printBuiltin(
  { name, of = [] }: BuiltinNode,
  types: Readonly<Record<string, TypeNode>>,
  inner: (child: TypeNode) => string,
): string {
  const [first = 'ANYTHING', second = 'ANYTHING'] = of.map(inner);
  const hashable = of[0] !== undefined && isHashable(of[0], types) ? 'True' : 'False';
  switch (name) {
    case 'Date':
      return 'DATE';
    case 'Map':
    case 'ReadonlyMap':
      return `Map(${first}, ${second}, ${hashable})`;
    case 'Set':
    case 'ReadonlySet':
      return `Set(${first}, ${hashable})`;
    case 'URL':
      return 'URL';
    case 'RegExp':
      return 'REG_EXP';
    case 'Error':
      return 'ERROR';
    case 'Uint8Array':
      return 'BYTES';
    default:
      return unreachable(name);
  }
}
