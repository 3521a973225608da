import { unreachable } from '@trunkline/protocol';
import type { TypeNode } from '../../../contract/type-node.js';

/** Words as one name: `orders.by-id` is `OrdersById`. */
export function pascal(words: readonly string[]): string {
  const name = words
    .flatMap((word) => word.split(/[^\p{ID_Continue}]+/u))
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join('');
  return /^\p{ID_Start}/u.test(name) ? name : `Type${name}`;
}

/** What a type is called within the name of a generic one: the `Order` of `PageOrder`. */
export function wordsOf(node: TypeNode, nameOf: (key: string) => string): string {
  switch (node.kind) {
    case 'reference':
      return nameOf(node.name);
    case 'literal':
      return pascal([String(node.value)]).replace(/^Type(?=\d)/u, '');
    case 'bigintLiteral':
      return node.value.replace('-', 'Minus');
    case 'array':
      return `${wordsOf(node.items, nameOf)}Array`;
    case 'record':
      return `${wordsOf(node.value, nameOf)}Record`;
    case 'union':
      return node.of
        .map((member) => wordsOf(member, nameOf))
        .toSorted()
        .join('Or');
    case 'intersection':
      return node.of
        .map((member) => wordsOf(member, nameOf))
        .toSorted()
        .join('And');
    case 'brand':
      return pascal([node.name]);
    case 'builtin':
      return `${(node.of ?? []).map((of) => wordsOf(of, nameOf)).join('')}${node.name}`;
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
    case 'template':
    case 'tuple':
    case 'object':
    case 'enum':
    case 'hole':
      return pascal([node.kind]);
    default:
      return unreachable(node);
  }
}
