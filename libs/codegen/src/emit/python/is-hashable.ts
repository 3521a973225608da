import type { TypeNode } from '../../contract/type-node.js';

/** Whether the values of a type can be in a set of Python: lists and dicts cannot. */
export function isHashable(
  node: TypeNode,
  types: Readonly<Record<string, TypeNode>>,
  open: ReadonlySet<string> = new Set(),
): boolean {
  switch (node.kind) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
    case 'null':
    case 'undefined':
    case 'void':
    case 'literal':
    case 'bigintLiteral':
    case 'template':
    case 'enum':
      return true;
    case 'union':
      return node.of.every((member) => isHashable(member, types, open));
    case 'tuple':
      return [...node.items.map(({ type }) => type), ...(node.rest === undefined ? [] : [node.rest])].every((item) =>
        isHashable(item, types, open),
      );
    case 'brand':
      return isHashable(node.of, types, open);
    case 'builtin':
      return node.name === 'Date' || node.name === 'URL' || node.name === 'Uint8Array';
    case 'reference': {
      const target = types[node.name];
      if (target === undefined || open.has(node.name)) return false;
      return isHashable(target, types, new Set([...open, node.name]));
    }
    default:
      return false;
  }
}
