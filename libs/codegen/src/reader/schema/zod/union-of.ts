import { canonicalLine } from '../../../contract/canonical.js';
import type { TypeNode, UnionNode } from '../../../contract/type-node.js';

/**
 * The union of several types as TypeScript would say it: unions within it are laid open, equal members are there once, and
 * `any` or `unknown` stand for all. A union with a discriminator stays whole.
 */
export function unionOf(members: readonly TypeNode[]): TypeNode {
  const flat = withoutBothBooleans(distinct(members.flatMap(membersOf)).filter(({ kind }) => kind !== 'never'));
  const all = flat.find(({ kind }) => kind === 'any') ?? flat.find(({ kind }) => kind === 'unknown');
  if (all !== undefined) return { kind: all.kind === 'any' ? 'any' : 'unknown' };
  const [only] = flat;
  if (only === undefined) return { kind: 'never' };
  return flat.length === 1 ? only : { kind: 'union', of: flat };
}

/**
 * A type or something beside it, such as `undefined`. What is said of the type is then said of the union, so that whoever
 * looks for a comment finds it in one place.
 */
export function withMember(node: TypeNode, ...beside: readonly TypeNode[]): TypeNode {
  const { doc, deprecated, default: preset, ...form } = node;
  return {
    ...unionOf([form, ...beside]),
    ...(doc === undefined ? {} : { doc }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(preset === undefined ? {} : { default: preset }),
  };
}

/** The type without `undefined`; `never` where there is nothing else. */
export function withoutUndefined(node: TypeNode): TypeNode {
  if (node.kind === 'undefined') return { kind: 'never' };
  if (node.kind !== 'union') return node;
  const { of, kind: _kind, discriminator: _discriminator, ...annotations } = node;
  if (!of.some(({ kind }) => kind === 'undefined')) return node;
  return { ...unionOf(of.filter(({ kind }) => kind !== 'undefined')), ...annotations };
}

/** Whether a value may be `undefined`, as far as the type itself says it. */
export function hasUndefined(node: TypeNode): boolean {
  return node.kind === 'undefined' || (node.kind === 'union' && node.of.some(hasUndefined));
}

function membersOf(node: TypeNode): readonly TypeNode[] {
  return node.kind === 'union' && node.discriminator === undefined ? node.of.flatMap(membersOf) : [node];
}

function distinct(members: readonly TypeNode[]): readonly TypeNode[] {
  const seen = new Set<string>();
  return members.filter((member) => {
    const line = canonicalLine(member);
    if (seen.has(line)) return false;
    seen.add(line);
    return true;
  });
}

function withoutBothBooleans(members: readonly TypeNode[]): readonly TypeNode[] {
  const isTruth = (member: TypeNode): boolean => member.kind === 'literal' && typeof member.value === 'boolean';
  const hasBoolean = members.some(({ kind }) => kind === 'boolean');
  if (!hasBoolean && members.filter(isTruth).length < 2) return members;
  const first = members.findIndex((member) => isTruth(member) || member.kind === 'boolean');
  return members.flatMap((member, index) => {
    if (index === first) return [{ kind: 'boolean' } as const];
    return isTruth(member) || member.kind === 'boolean' ? [] : [member];
  });
}

/** A union of which a property tells the members apart, as long as each of them is an object. */
export function discriminatedUnion(members: readonly TypeNode[], discriminator: string): UnionNode | TypeNode {
  const isTold = members.length > 1 && members.every(({ kind }) => kind === 'object' || kind === 'reference');
  return isTold ? { kind: 'union', of: members, discriminator } : unionOf(members.map(laidOpen));
}

function laidOpen(node: TypeNode): TypeNode {
  if (node.kind !== 'union') return node;
  const { discriminator: _discriminator, ...open } = node;
  return open;
}
