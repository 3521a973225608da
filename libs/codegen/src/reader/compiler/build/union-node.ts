import type { TypeNode } from '../../../contract/type-node.js';
import type { EnumFacts, LiteralFacts, TypeFacts, TypeId, UnionFacts } from '../type-facts.js';
import type { NodeContext } from './node-context.js';

/** A union, with members of an enum put together where all of them are there, and `true` and `false` as boolean. */
export function unionNode(facts: UnionFacts, context: NodeContext, enumNode: (facts: EnumFacts) => TypeNode): TypeNode {
  const members = facts.of.map((id) => ({ id, facts: context.facts(id) }));
  const whole = wholeEnums(members.flatMap((member) => (member.facts?.form === 'literal' ? [member.facts] : [])));
  const isBoolean = [true, false].every((value) => members.some((member) => isLiteral(member.facts, value)));
  const nodes = [...whole].map(enumNode);
  if (isBoolean) {
    nodes.push({ kind: 'boolean' });
  }
  for (const member of members) {
    if (!isCovered(member, whole, isBoolean)) {
      nodes.push(context.build(member.id, context.path));
    }
  }
  const flat = nodes.flatMap((node) => (node.kind === 'union' ? node.of : [node]));
  const [first] = flat;
  return flat.length === 1 && first !== undefined ? first : { kind: 'union', of: flat };
}

function isCovered(
  { facts }: { readonly id: TypeId; readonly facts: TypeFacts | undefined },
  whole: ReadonlySet<EnumFacts>,
  isBoolean: boolean,
): boolean {
  if (facts?.form === 'intrinsic') {
    return facts.name === 'missing';
  }
  if (facts?.form !== 'literal') {
    return false;
  }
  return (isBoolean && typeof facts.value === 'boolean') || (facts.memberOf !== undefined && whole.has(facts.memberOf));
}

/** The enums of which every member is among these. */
function wholeEnums(literals: readonly LiteralFacts[]): ReadonlySet<EnumFacts> {
  const values = new Map<EnumFacts, Set<string | number | boolean>>();
  for (const { memberOf, value } of literals) {
    if (memberOf !== undefined) {
      values.set(memberOf, (values.get(memberOf) ?? new Set()).add(value));
    }
  }
  const complete = [...values].filter(
    ([{ members }, found]) => new Set(members.map(({ value }) => value)).size === found.size,
  );
  return new Set(complete.map(([facts]) => facts));
}

function isLiteral(facts: TypeFacts | undefined, value: boolean): boolean {
  return facts?.form === 'literal' && facts.value === value;
}
