import { compareText } from './canonical.js';
import { childrenOf } from './children.js';
import type { TypeNode } from './type-node.js';

/** The names of all types that nodes reach through references, each once, sorted. */
export function namesReachedBy(
  nodes: readonly TypeNode[],
  types: Readonly<Record<string, TypeNode>>,
): readonly string[] {
  const reached = new Set<string>();
  const waiting = [...nodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    waiting.push(...childrenOf(node));
    if (node.kind !== 'reference' || reached.has(node.name)) continue;
    reached.add(node.name);
    const target = Object.hasOwn(types, node.name) ? types[node.name] : undefined;
    if (target !== undefined) waiting.push(target);
  }
  return [...reached].toSorted(compareText);
}
