import type { TupleItem, TypeNode } from '../../../contract/type-node.js';
import type { TupleFacts } from '../type-facts.js';
import type { NodeContext } from './node-context.js';

/** A tuple. The contract has a rest only at its end. */
export function tupleNode(facts: TupleFacts, { build, path }: NodeContext): TypeNode {
  const last = facts.items.at(-1);
  const rest = last?.place === 'rest' ? last : undefined;
  const fixed = rest === undefined ? facts.items : facts.items.slice(0, -1);
  if (fixed.some(({ place }) => place === 'rest' || place === 'variadic')) {
    return {
      kind: 'hole',
      reason: 'it is a tuple with a rest that is not at its end; put the rest last, or use an object',
    };
  }
  const items = fixed.map(
    ({ type, place, name }, index): TupleItem => ({
      type: build(type, [...path, String(index)]),
      ...(place === 'optional' ? { optional: true } : {}),
      ...(name === undefined ? {} : { name }),
    }),
  );
  return {
    kind: 'tuple',
    items,
    ...(rest === undefined ? {} : { rest: build(rest.type, [...path, 'Rest']) }),
    ...(facts.readonly ? { readonly: true } : {}),
  };
}
