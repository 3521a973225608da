import { compareText } from '../../../contract/canonical.js';
import { mapChildren } from '../../../contract/children.js';
import type { TypeNode } from '../../../contract/type-node.js';

/**
 * A node with names in place of keys, and with the members of unions and intersections in an order of our own, since no two
 * compilers have the same: literals by value, then others as they are written, then null, undefined and void.
 */
export function finishNode(node: TypeNode, nameOf: (key: string) => string): TypeNode {
  if (node.kind === 'reference') {
    return { ...node, name: nameOf(node.name) };
  }
  const finished = mapChildren(node, (child) => finishNode(child, nameOf));
  if (finished.kind !== 'union' && finished.kind !== 'intersection') {
    return finished;
  }
  const members = new Map(finished.of.map((member) => [JSON.stringify(member), member]));
  const of = [...members].toSorted(compareMembers).map(([, member]) => member);
  return { ...finished, of };
}

function compareMembers([textA, a]: readonly [string, TypeNode], [textB, b]: readonly [string, TypeNode]): number {
  const byRank = rankOf(a) - rankOf(b);
  if (byRank !== 0) {
    return byRank;
  }
  if (a.kind === 'literal' && b.kind === 'literal' && typeof a.value === 'number' && typeof b.value === 'number') {
    return a.value - b.value;
  }
  return compareText(textA, textB);
}

function rankOf(node: TypeNode): number {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'number' ? 0 : 1;
    case 'null':
      return 3;
    case 'undefined':
      return 4;
    case 'void':
      return 5;
    default:
      return 2;
  }
}
