import type { Contract } from '../../contract/contract.js';
import type { TypeNode } from '../../contract/type-node.js';

/** A type that a contract could not say. */
export interface TypeProblem {
  /** The procedure; undefined for `data` of errors. */
  readonly path: string | undefined;
  /** Where in it, such as `output.items[].total`. */
  readonly position: string;
  readonly reason: string;
}

/** Every hole of a contract, each once for every procedure that reaches it. */
export function findProblems({ procedures, types, errorData }: Contract): readonly TypeProblem[] {
  const problems: TypeProblem[] = [];
  const look = (path: string | undefined, position: string, node: TypeNode): void => {
    const seen = new Set<string>();
    visit(
      node,
      position,
      (hole, where) => problems.push({ path, position: where, reason: hole.reason }),
      (name) => {
        if (seen.has(name)) return undefined;
        seen.add(name);
        return types[name];
      },
    );
  };
  for (const [path, { input, output }] of Object.entries(procedures)) {
    look(path, 'input', input);
    look(path, 'output', output);
  }
  if (errorData !== undefined) look(undefined, 'data', errorData);
  return problems;
}

/** One problem as a sentence. */
export function describeProblem({ path, position, reason }: TypeProblem): string {
  return `${path === undefined ? 'The data of errors' : `"${path}"`}, ${position}: ${reason}.`;
}

type HoleNode = TypeNode & { kind: 'hole' };

function visit(
  node: TypeNode,
  position: string,
  found: (hole: HoleNode, position: string) => void,
  open: (name: string) => TypeNode | undefined,
): void {
  const go = (child: TypeNode, where: string): void => visit(child, where, found, open);
  switch (node.kind) {
    case 'hole':
      found(node, position);
      return;
    case 'reference': {
      const target = open(node.name);
      if (target !== undefined) go(target, position);
      return;
    }
    case 'object':
      for (const { name, type } of node.properties) go(type, `${position}.${name}`);
      if (node.index !== undefined) go(node.index, `${position}[key]`);
      return;
    case 'array':
      go(node.items, `${position}[]`);
      return;
    case 'tuple':
      node.items.forEach(({ type }, index) => go(type, `${position}[${index}]`));
      if (node.rest !== undefined) go(node.rest, `${position}[…]`);
      return;
    case 'record':
      go(node.key, `${position}(key)`);
      go(node.value, `${position}[key]`);
      return;
    case 'brand':
      go(node.of, position);
      return;
    case 'builtin':
      for (const child of node.of ?? []) go(child, `${position}<${node.name}>`);
      return;
    case 'template':
      for (const child of node.types) go(child, position);
      return;
    case 'union':
    case 'intersection':
      for (const child of node.of) go(child, position);
      return;
    default:
      return;
  }
}
