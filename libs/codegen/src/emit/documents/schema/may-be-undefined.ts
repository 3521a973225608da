import type { TypeNode } from '../../../contract/type-node.js';

/** Whether a value of the type may be `undefined`, and so left out of JSON. */
export function mayBeUndefined(node: TypeNode, types: Readonly<Record<string, TypeNode>>): boolean {
  return isUndefinable(node, types, new Set());
}

/** Whether nothing but `undefined` belongs to the type. */
export function isAlwaysUndefined(node: TypeNode): boolean {
  return node.kind === 'undefined' || node.kind === 'void';
}

function isUndefinable(node: TypeNode, types: Readonly<Record<string, TypeNode>>, visited: Set<string>): boolean {
  switch (node.kind) {
    case 'undefined':
    case 'void':
    case 'unknown':
    case 'any':
    case 'hole':
      return true;
    case 'union':
      return node.of.some((member) => isUndefinable(member, types, visited));
    case 'intersection':
      return node.of.every((member) => isUndefinable(member, types, visited));
    case 'brand':
      return isUndefinable(node.of, types, visited);
    case 'reference': {
      if (visited.has(node.name)) return false;
      visited.add(node.name);
      const target = types[node.name];
      return target !== undefined && isUndefinable(target, types, visited);
    }
    default:
      return false;
  }
}
