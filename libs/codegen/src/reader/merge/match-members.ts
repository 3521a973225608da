import { isSameJson } from '../../contract/same-json.js';
import type { ObjectNode, TypeNode, UnionNode } from '../../contract/type-node.js';
import { withoutAnnotations } from './annotations.js';

/** One member of a union, as the schema and the compiler say it. */
export interface MemberPair {
  readonly ours: TypeNode;
  readonly theirs: TypeNode;
}

/**
 * Which members of a schema's union and of a compiler's are the same ones, in the schema's order. Undefined when they
 * cannot be told: one side has members the other has not.
 *
 * @param resolve the type behind a name, from either side.
 */
export function matchMembers(
  ours: readonly TypeNode[],
  theirs: readonly TypeNode[],
  resolve: (name: string) => TypeNode | undefined,
): readonly MemberPair[] | undefined {
  const flat = ours.flatMap((member) => (member.kind === 'union' ? member.of : [member]));
  const left = [...theirs];
  const pairs = flat.flatMap((member) => matchNamedUnion(member, left, resolve));
  // The sure ones first: a number must not take the place of the literal 1.
  for (const likeness of [isSame, isSameKind, isHole]) {
    for (const member of flat) {
      if (pairs.some((pair) => pair.ours === member)) continue;
      const index = left.findIndex((other) => likeness(member, other, resolve));
      if (index === -1) continue;
      pairs.push(...left.splice(index, 1).map((other) => ({ ours: member, theirs: other })));
    }
  }
  if (left.length > 0 || pairs.length < flat.length) return undefined;
  return pairs.toSorted((one, other) => flat.indexOf(one.ours) - flat.indexOf(other.ours));
}

/**
 * A union with a name among a schema's members: the compiler has written its members out among others. They are taken from
 * those that are left.
 */
function matchNamedUnion(ours: TypeNode, left: TypeNode[], resolve: Resolve): readonly MemberPair[] {
  const target = ours.kind === 'reference' ? resolve(ours.name) : undefined;
  if (target?.kind !== 'union') return [];
  const rest = [...left];
  const taken: TypeNode[] = [];
  for (const member of flatMembers(target)) {
    const index = [isSame, isSameKind]
      .map((likeness) => rest.findIndex((other) => likeness(member, other, resolve)))
      .find((found) => found !== -1);
    if (index === undefined) return [];
    taken.push(...rest.splice(index, 1));
  }
  left.splice(0, left.length, ...rest);
  return [{ ours, theirs: { kind: 'union', of: taken } }];
}

function flatMembers({ of }: UnionNode): readonly TypeNode[] {
  return of.flatMap((member) => (member.kind === 'union' ? flatMembers(member) : [member]));
}

type Resolve = (name: string) => TypeNode | undefined;

function isSame(ours: TypeNode, theirs: TypeNode, resolve: Resolve): boolean {
  if (isSameJson(withoutAnnotations(ours), withoutAnnotations(theirs))) return true;
  const left = objectOf(ours, resolve);
  const right = objectOf(theirs, resolve);
  return left !== undefined && right !== undefined && namesOf(left) === namesOf(right) && tagsAgree(left, right);
}

function isSameKind(ours: TypeNode, theirs: TypeNode, resolve: Resolve): boolean {
  const left = objectOf(ours, resolve);
  const right = objectOf(theirs, resolve);
  if (left !== undefined && right !== undefined) return tagsAgree(left, right) && namesOf(left) === namesOf(right);
  if (ours.kind === 'literal' || theirs.kind === 'literal') return false;
  const bare = theirs.kind === 'brand' && ours.kind !== 'brand' ? theirs.of : theirs;
  return ours.kind === bare.kind || (ours.kind === 'record' && bare.kind === 'object' && bare.index !== undefined);
}

function isHole(ours: TypeNode): boolean {
  return ours.kind === 'hole';
}

function objectOf(node: TypeNode, resolve: Resolve): ObjectNode | undefined {
  const target = node.kind === 'reference' ? resolve(node.name) : node;
  return target?.kind === 'object' ? target : undefined;
}

function namesOf({ properties }: ObjectNode): string {
  return JSON.stringify(properties.map(({ name }) => name).toSorted());
}

/** Whether no property of both has two different literals: those are what tells members of a union apart. */
function tagsAgree(left: ObjectNode, right: ObjectNode): boolean {
  return left.properties.every(({ name, type }) => {
    const other = right.properties.find((property) => property.name === name)?.type;
    return type.kind !== 'literal' || other?.kind !== 'literal' || type.value === other.value;
  });
}
