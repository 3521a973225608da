import { unreachable } from '@trunkline/protocol';
import type { TypeNode } from './type-node.js';

/** The nodes that stand directly in a node, in their order. */
export function childrenOf(node: TypeNode): readonly TypeNode[] {
  switch (node.kind) {
    case 'template':
      return node.types;
    case 'array':
      return [node.items];
    case 'tuple':
      return [...node.items.map(({ type }) => type), ...(node.rest === undefined ? [] : [node.rest])];
    case 'object':
      return [...node.properties.map(({ type }) => type), ...(node.index === undefined ? [] : [node.index])];
    case 'record':
      return [node.key, node.value];
    case 'union':
    case 'intersection':
      return node.of;
    case 'brand':
      return [node.of];
    case 'builtin':
      return node.of ?? [];
    default:
      return leaf(node);
  }
}

/** The same node with other nodes in it: those that `change` makes of its children. */
export function mapChildren(node: TypeNode, change: (child: TypeNode) => TypeNode): TypeNode {
  switch (node.kind) {
    case 'template':
      return { ...node, types: node.types.map(change) };
    case 'array':
      return { ...node, items: change(node.items) };
    case 'tuple':
      return {
        ...node,
        items: node.items.map((item) => ({ ...item, type: change(item.type) })),
        ...(node.rest === undefined ? {} : { rest: change(node.rest) }),
      };
    case 'object':
      return {
        ...node,
        properties: node.properties.map((property) => ({ ...property, type: change(property.type) })),
        ...(node.index === undefined ? {} : { index: change(node.index) }),
      };
    case 'record':
      return { ...node, key: change(node.key), value: change(node.value) };
    case 'union':
    case 'intersection':
      return { ...node, of: node.of.map(change) };
    case 'brand':
      return { ...node, of: change(node.of) };
    case 'builtin':
      return node.of === undefined ? node : { ...node, of: node.of.map(change) };
    default:
      leaf(node);
      return node;
  }
}

type Leaf = Exclude<
  TypeNode,
  { kind: 'template' | 'array' | 'tuple' | 'object' | 'record' | 'union' | 'intersection' | 'brand' | 'builtin' }
>;

// Names every kind without children, so that a new kind does not pass for one of them.
function leaf(node: Leaf): readonly TypeNode[] {
  switch (node.kind) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
    case 'null':
    case 'undefined':
    case 'void':
    case 'unknown':
    case 'any':
    case 'never':
    case 'symbol':
    case 'literal':
    case 'bigintLiteral':
    case 'enum':
    case 'reference':
    case 'hole':
      return [];
    default:
      return unreachable(node);
  }
}
