import { canonicalLine } from '../../contract/canonical.js';
import { mapChildren } from '../../contract/children.js';
import { namesReachedBy } from '../../contract/reach.js';
import type { TypeNode } from '../../contract/type-node.js';

type Types = ReadonlyMap<string, TypeNode>;

/** The named types of one side, with the names that are there only because their id was taken. */
export interface SideTypes {
  readonly types: Types;
  readonly rivals: ReadonlyMap<string, string>;
}

/** One table for both sides, and how the types of each refer to it. */
export interface JoinedSides {
  readonly types: Readonly<Record<string, TypeNode>>;
  input(node: TypeNode): TypeNode;
  output(node: TypeNode): TypeNode;
}

/**
 * Puts the named types of inputs and outputs into one table. A type that is the same from both sides is there once. One that
 * is not, such as an object with defaults, keeps its name for what a caller gets; what a caller gives has `Input` behind it.
 */
export function joinSides(inputs: SideTypes, outputs: SideTypes): JoinedSides {
  const given = unifyRivals(inputs);
  const got = unifyRivals(outputs);
  const different = findDifferent(given.types, got.types);
  const taken = new Set([...given.types.keys(), ...got.types.keys()]);
  const names = new Map([...different].map((name) => [name, freeName(`${name}Input`, taken)] as const));
  const toInput = (node: TypeNode): TypeNode => rename(node, names);
  const types = Object.fromEntries([
    ...got.types,
    ...[...given.types].map(([name, node]) => [names.get(name) ?? name, toInput(node)] as const),
  ]);
  return {
    types,
    input: (node) => toInput(rename(node, given.renamed)),
    output: (node) => rename(node, got.renamed),
  };
}

interface Unified {
  readonly types: Types;
  readonly renamed: ReadonlyMap<string, string>;
}

/** Types with the same id that say the same, such as those of a function that makes the schema anew each time, become one. */
function unifyRivals({ types, rivals }: SideTypes): Unified {
  const renamed = new Map<string, string>();
  for (const [name, id] of rivals) {
    const node = types.get(name);
    const first = types.get(id);
    if (node === undefined || first === undefined) continue;
    if (canonicalLine(rename(node, new Map([...renamed, [name, id]]))) === canonicalLine(rename(first, renamed))) {
      renamed.set(name, id);
    }
  }
  const kept = [...types].filter(([name]) => !renamed.has(name));
  return { types: new Map(kept.map(([name, node]) => [name, rename(node, renamed)])), renamed };
}

/** The names that mean something else on each side, by themselves or by what they refer to. */
function findDifferent(given: Types, got: Types): ReadonlySet<string> {
  const shared = [...given.keys()].filter((name) => got.has(name));
  const different = new Set(shared.filter((name) => lineOf(given.get(name)) !== lineOf(got.get(name))));
  const table = Object.fromEntries(given);
  const reached = new Map(shared.map((name) => [name, namesReachedBy([{ kind: 'reference', name }], table)] as const));
  return new Set(shared.filter((name) => reached.get(name)?.some((other) => different.has(other)) === true));
}

// That a server refuses what is not named is no other type for whoever reads what it gives.
function lineOf(node: TypeNode | undefined): string {
  return node === undefined ? '' : canonicalLine(withoutStrictness(node));
}

function withoutStrictness(node: TypeNode): TypeNode {
  const changed = mapChildren(node, withoutStrictness);
  if (changed.kind !== 'object') return changed;
  const { strict: _strict, ...open } = changed;
  return open;
}

function rename(node: TypeNode, names: ReadonlyMap<string, string>): TypeNode {
  if (names.size === 0) return node;
  if (node.kind === 'reference') return { ...node, name: names.get(node.name) ?? node.name };
  return mapChildren(node, (child) => rename(child, names));
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}${number}`;
  taken.add(name);
  return name;
}
