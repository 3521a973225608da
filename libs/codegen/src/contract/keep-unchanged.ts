import type { Contract, ProcedureContract } from './contract.js';
import { namesIn } from './reach.js';
import { isSameJsonText } from './same-json.js';
import type { TypeNode } from './type-node.js';

type Types = Contract['types'];

/**
 * A contract that says what `next` says, with the objects of `before` in it wherever these say the same: procedures and named
 * types, each with all that it reaches by name. So whoever remembers what came of such an object need not look into it again.
 */
export function keepUnchanged(before: Contract, next: Contract): Contract {
  // In the order of their members too, because some are printed in their order.
  const changed = Object.keys(next.types).filter(
    (name) => !isSameJsonText(ownOf(before.types, name), next.types[name]),
  );
  const touched = withReferring(changed, next.types);
  const isUntouched = (nodes: readonly TypeNode[]): boolean =>
    nodes.every((node) => [...namesIn(node)].every((name) => !touched.has(name)));
  const types = Object.entries(next.types).map(([name, node]): [string, TypeNode] => [
    name,
    touched.has(name) ? node : (ownOf(before.types, name) ?? node),
  ]);
  const procedures = Object.entries(next.procedures).map(([path, procedure]): [string, ProcedureContract] => {
    const known = ownOf(before.procedures, path);
    const isKept = isSameJsonText(known, procedure) && isUntouched([procedure.input, procedure.output]);
    return [path, isKept ? (known ?? procedure) : procedure];
  });
  return { ...next, types: Object.fromEntries(types), procedures: Object.fromEntries(procedures) };
}

/** These names, and those of all types that refer to them, directly or not. */
function withReferring(names: readonly string[], types: Types): ReadonlySet<string> {
  const referring = new Map<string, string[]>();
  for (const [name, node] of Object.entries(types)) {
    for (const target of namesIn(node)) {
      const known = referring.get(target);
      if (known === undefined) referring.set(target, [name]);
      else known.push(name);
    }
  }
  const reached = new Set(names);
  // A set that grows is walked to its new end.
  for (const name of reached) for (const other of referring.get(name) ?? []) reached.add(other);
  return reached;
}

function ownOf<TValue>(record: Readonly<Record<string, TValue>>, name: string): TValue | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
