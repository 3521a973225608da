import type { Contract, ProcedureContract } from './contract.js';
import { ownMember } from './own-member.js';
import { namesIn } from './reach.js';
import { isSameJsonText } from './same-json.js';
import type { TypeNode } from './type-node.js';
import { withReferring } from './with-referring.js';

/**
 * A contract that says what `next` says, with the objects of `before` in it wherever these say the same: procedures and named
 * types, each with all that it reaches by name. So whoever remembers what came of such an object need not look into it again.
 */
export function keepUnchanged(before: Contract, next: Contract): Contract {
  // In the order of their members too, because some are printed in their order.
  const changed = Object.keys(next.types).filter(
    (name) => !isSameJsonText(ownMember(before.types, name), next.types[name]),
  );
  const references = Object.entries(next.types).map(([name, node]) => [name, namesIn(node)] as const);
  const touched = withReferring(changed, references);
  const isUntouched = (nodes: readonly TypeNode[]): boolean =>
    nodes.every((node) => [...namesIn(node)].every((name) => !touched.has(name)));
  const types = Object.entries(next.types).map(([name, node]): [string, TypeNode] => [
    name,
    touched.has(name) ? node : (ownMember(before.types, name) ?? node),
  ]);
  const procedures = Object.entries(next.procedures).map(([path, procedure]): [string, ProcedureContract] => {
    const known = ownMember(before.procedures, path);
    const isKept = isSameJsonText(known, procedure) && isUntouched([procedure.input, procedure.output]);
    return [path, isKept ? (known ?? procedure) : procedure];
  });
  return { ...next, types: Object.fromEntries(types), procedures: Object.fromEntries(procedures) };
}
