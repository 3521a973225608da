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

/** The names to which a type itself refers, each once. */
export function namesIn(root: TypeNode): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'reference') names.add(node.name);
    waiting.push(...childrenOf(node));
  }
  return names;
}
