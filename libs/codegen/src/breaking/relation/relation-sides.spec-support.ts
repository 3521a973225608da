import type { TypeNode } from '../../contract/type-node.js';
import type { Direction } from './direction.js';
import type { Form } from './form.js';
import { TypeMembers } from './type-members.js';
import { type RelationSides, TypeRelation } from './type-relation.js';

type Types = Readonly<Record<string, TypeNode>>;

export const sidesOf = (direction: Direction, sent: Types = {}, expected: Types = sent): RelationSides => ({
  direction,
  sent: new TypeMembers(sent),
  expected: new TypeMembers(expected),
  undefinedTravels: true,
  transformersDiffer: false,
});

export const relationOf = (direction: Direction, sent: Types = {}, expected: Types = sent): TypeRelation =>
  new TypeRelation(sidesOf(direction, sent, expected));

/** The only form of a type. */
export const formOf = (node: TypeNode): Form => {
  const [member] = new TypeMembers({}).of(node);
  if (member === undefined) throw new Error('The type has no values.');
  return member.form;
};
