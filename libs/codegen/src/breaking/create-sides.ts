import type { Contract } from '../contract/contract.js';
import { Explanation } from './relation/explanation.js';
import { TypeMembers } from './relation/type-members.js';
import { TypeRelation } from './relation/type-relation.js';

/** How the types of two contracts are compared, for what clients send and for what they are sent. */
export interface Sides {
  readonly before: TypeMembers;
  readonly after: TypeMembers;
  readonly input: Explanation;
  readonly output: Explanation;
}

/** Prepares the comparison of two contracts. */
export function createSides(before: Contract, after: Contract): Sides {
  const old = new TypeMembers(before.types);
  const young = new TypeMembers(after.types);
  const transformersDiffer = before.transformer !== after.transformer;
  const undefinedTravels = before.transformer !== 'none' && !transformersDiffer;
  const shared = { transformersDiffer, undefinedTravels };
  return {
    before: old,
    after: young,
    input: new Explanation(new TypeRelation({ ...shared, direction: 'input', sent: old, expected: young })),
    output: new Explanation(new TypeRelation({ ...shared, direction: 'output', sent: young, expected: old })),
  };
}
