import type { TypeNode } from '../../contract/type-node.js';
import { annotate, withoutAnnotations } from './annotations.js';

/** The type behind a name. */
export type Resolve = (name: string) => TypeNode | undefined;

/** Whether a value of a type may be undefined, as one of an unknown type may. */
export function mayBeUndefined(node: TypeNode, resolve: Resolve, met: ReadonlySet<string> = new Set()): boolean {
  switch (node.kind) {
    case 'undefined':
    case 'void':
    case 'unknown':
    case 'any':
      return true;
    case 'union':
      return node.of.some((member) => mayBeUndefined(member, resolve, met));
    case 'reference': {
      const target = met.has(node.name) ? undefined : resolve(node.name);
      return target !== undefined && mayBeUndefined(target, resolve, new Set([...met, node.name]));
    }
    default:
      return false;
  }
}

/** A type's values but `undefined`, with names that stand for it spelt out; nothing where there is no other value. */
export function withoutUndefined(node: TypeNode, resolve: Resolve): TypeNode | undefined {
  if (!mayBeUndefined(node, resolve) || node.kind === 'unknown' || node.kind === 'any') return node;
  const members = definedMembers(node, resolve, new Set());
  const [only] = members;
  if (only === undefined) return undefined;
  if (members.length === 1) return annotate(only, node);
  return node.kind === 'union' ? { ...node, of: members } : annotate({ kind: 'union', of: members }, node);
}

/** What an item of a list is, where JSON writes null for undefined. */
export function withNullForUndefined(node: TypeNode, resolve: Resolve): TypeNode {
  const defined = withoutUndefined(node, resolve);
  if (defined === node) return node;
  if (defined === undefined) return annotate({ kind: 'null' }, node);
  if (defined.kind !== 'union') {
    return annotate({ kind: 'union', of: [withoutAnnotations(defined), { kind: 'null' }] }, defined);
  }
  return { ...defined, of: [...defined.of.filter(({ kind }) => kind !== 'null'), { kind: 'null' }] };
}

function definedMembers(node: TypeNode, resolve: Resolve, met: ReadonlySet<string>): readonly TypeNode[] {
  if (node.kind === 'undefined' || node.kind === 'void') return [];
  if (node.kind === 'union') return node.of.flatMap((member) => definedMembers(member, resolve, met));
  const isNamed = node.kind === 'reference' && !met.has(node.name) && mayBeUndefined(node, resolve);
  const target = isNamed ? resolve(node.name) : undefined;
  if (!isNamed || target === undefined || target.kind === 'unknown' || target.kind === 'any') return [node];
  return definedMembers(target, resolve, new Set([...met, node.name]));
}
