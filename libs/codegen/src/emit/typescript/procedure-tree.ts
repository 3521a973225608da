import { compareText } from '../../contract/canonical.js';

/** The procedures and namespaces below a path, each by the last part of its own. A name may be both. */
export interface ProcedureTree {
  /** Empty for the root. */
  readonly path: string;
  /** The procedures, by name: their paths. */
  readonly procedures: ReadonlyMap<string, string>;
  readonly namespaces: ReadonlyMap<string, ProcedureTree>;
}

/** Paths such as `orders.byId` as a tree. Its members are sorted, in whatever order the paths come. */
export function createProcedureTree(paths: readonly string[]): ProcedureTree {
  return growTree(
    '',
    paths.toSorted(compareText).map((path) => ({ path, rest: path.split('.') })),
  );
}

/** All namespaces of a tree without its root, each before those in it. */
export function namespacesOf(tree: ProcedureTree): readonly ProcedureTree[] {
  return [...tree.namespaces.values()].flatMap((namespace) => [namespace, ...namespacesOf(namespace)]);
}

/** All that stands in a tree, by name, sorted. */
export function namesOf({ procedures, namespaces }: ProcedureTree): readonly string[] {
  return [...new Set([...procedures.keys(), ...namespaces.keys()])].toSorted(compareText);
}

interface Branch {
  readonly path: string;
  readonly rest: readonly string[];
}

function growTree(path: string, branches: readonly Branch[]): ProcedureTree {
  const procedures = new Map<string, string>();
  const inner = new Map<string, Branch[]>();
  for (const { path: procedurePath, rest } of branches) {
    const [name = '', ...further] = rest;
    if (further.length === 0) {
      procedures.set(name, procedurePath);
      continue;
    }
    const siblings = inner.get(name);
    const branch = { path: procedurePath, rest: further };
    if (siblings === undefined) inner.set(name, [branch]);
    else siblings.push(branch);
  }
  const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
  return {
    path,
    procedures,
    namespaces: new Map([...inner].map(([name, siblings]) => [name, growTree(below(name), siblings)])),
  };
}
