import { compareText } from '../../../contract/canonical.js';
import { childrenOf } from '../../../contract/children.js';
import type { TypeNode } from '../../../contract/type-node.js';
import type { Definition, Definitions } from './definitions.js';
import { pascal } from './type-words.js';

/** Names that a generated client needs for the language's own. */
const TAKEN: ReadonlySet<string> = new Set(
  'Array Date Error Map Object Promise ReadonlyArray ReadonlyMap ReadonlySet Record RegExp Set Symbol URL Uint8Array'.split(
    ' ',
  ),
);

/** How many folders above its file may become part of a name before numbers do. */
const MAX_FOLDERS = 4;

/** The definitions that nodes reach, in the order in which they are met. */
export function reachedDefinitions(roots: readonly TypeNode[], definitions: Definitions): readonly Definition[] {
  const reached = new Map<string, Definition>();
  const visit = (node: TypeNode): void => {
    if (node.kind === 'reference' && !reached.has(node.name)) {
      const definition = definitions.get(node.name);
      if (definition === undefined) {
        throw new Error(`There is no definition of ${node.name}.`);
      }
      reached.set(node.name, definition);
      visit(definition.node);
    }
    for (const child of childrenOf(node)) {
      visit(child);
    }
  };
  for (const root of roots) {
    visit(root);
  }
  return [...reached.values()];
}

/**
 * A name for each definition. Of those that wish for the same one, each that is declared in a file has the file's name
 * added, then its folders'; the rest are numbered. Recursive types without a name that are alike share one.
 */
export function nameDefinitions(definitions: readonly Definition[]): ReadonlyMap<string, string> {
  const alike = new Map<string, string>();
  const names = new Map<string, string>();
  const distinct = definitions.filter((definition) => {
    const { key, file, wish, node } = definition;
    const text = file === undefined ? `${wish} ${JSON.stringify(node).replaceAll(JSON.stringify(key), '""')}` : key;
    const first = alike.get(text);
    alike.set(text, first ?? key);
    if (first !== undefined) {
      names.set(key, first);
    }
    return first === undefined;
  });
  const given = giveNames(distinct);
  return new Map(definitions.map(({ key }) => [key, given.get(names.get(key) ?? key) ?? key]));
}

function giveNames(definitions: readonly Definition[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Set(TAKEN);
  let open = definitions;
  for (let folders = 0; folders <= MAX_FOLDERS && open.length > 0; folders += 1) {
    const wishes = open.map((definition) => nameWith(definition, folders));
    const once = new Set(wishes.filter((name) => wishes.indexOf(name) === wishes.lastIndexOf(name)));
    for (const [index, { key }] of open.entries()) {
      const name = wishes[index];
      if (name !== undefined && once.has(name) && !used.has(name)) {
        used.add(name);
        names.set(key, name);
      }
    }
    open = open.filter(({ key }) => !names.has(key));
  }
  for (const { key, wish } of open) {
    let number = 2;
    while (used.has(`${wish}${number}`)) {
      number += 1;
    }
    used.add(`${wish}${number}`);
    names.set(key, `${wish}${number}`);
  }
  return names;
}

function nameWith({ wish, otherwise, file }: Definition, folders: number): string {
  const segments = (file ?? '')
    .replace(/\.[cm]?tsx?$/u, '')
    .split('/')
    .filter((segment) => segment !== 'index');
  if (folders === 0 || file === undefined) {
    return folders === 0 ? wish : (otherwise ?? wish);
  }
  return `${wish}${pascal(segments.slice(-folders))}`;
}

/** Definitions by their names, sorted. */
export function namedTypes(
  definitions: readonly Definition[],
  names: ReadonlyMap<string, string>,
  finish: (node: TypeNode) => TypeNode,
): Readonly<Record<string, TypeNode>> {
  const entries = new Map(definitions.map(({ key, node }) => [names.get(key) ?? key, node]));
  return Object.fromEntries(
    [...entries].toSorted(([a], [b]) => compareText(a, b)).map(([name, node]) => [name, finish(node)]),
  );
}
