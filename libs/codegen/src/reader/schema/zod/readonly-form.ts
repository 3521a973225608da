import type { TypeNode } from '../../../contract/type-node.js';

/** A type as `.readonly()` makes it: on its outermost level, as zod's types have it. */
export function readonlyForm(node: TypeNode): TypeNode {
  switch (node.kind) {
    case 'array':
    case 'tuple':
      return { ...node, readonly: true };
    case 'object':
      return { ...node, properties: node.properties.map((property) => ({ ...property, readonly: true })) };
    case 'builtin':
      if (node.name === 'Map') return { ...node, name: 'ReadonlyMap' };
      return node.name === 'Set' ? { ...node, name: 'ReadonlySet' } : node;
    case 'union':
      return { ...node, of: node.of.map(readonlyForm) };
    default:
      return node;
  }
}
