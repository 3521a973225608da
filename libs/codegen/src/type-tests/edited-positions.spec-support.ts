import type { Contract } from '../contract/contract.js';
import { namesReachedBy } from '../contract/reach.js';
import type { TypeNode } from '../contract/type-node.js';
import { printDeclaration } from '../emit/typescript/print-declaration.js';
import { planTypescript } from '../emit/typescript/typescript-plan.js';
import type { ComparedPosition } from './sample-positions.spec-support.js';
import { singleEditsOf } from './single-edits.spec-support.js';
import type { TypePair } from './type-comparison.spec-support.js';

/** A position whose generated type was edited once, somewhere. */
export interface EditedPosition extends TypePair {
  /** Which position, where in it, and what was done. */
  readonly what: string;
  /** What declares the edited types: `ours` names one of them. */
  readonly declarations: string;
}

/**
 * Every single edit of what is generated for positions of a contract: of the types themselves, and of all types with names
 * that lead from them, each time for each position that reaches it.
 */
export function editedPositions(contract: Contract, positions: readonly ComparedPosition[]): readonly EditedPosition[] {
  const resolve = (name: string): TypeNode | undefined => contract.types[name];
  const edited: EditedPosition[] = [];
  for (const { path, side, theirs } of positions) {
    const root = contract.procedures[path]?.[side] ?? { kind: 'never' };
    const add = (what: string, editedRoot: TypeNode, types: Readonly<Record<string, TypeNode>>): void => {
      const space = `Edit${edited.length}`;
      const declarations = `namespace ${space} {\n${printEdited(contract, editedRoot, types)}}\n`;
      edited.push({ what: `${path} ${side}, ${what}`, declarations, ours: `${space}.EditedRoot`, theirs });
    };
    for (const { what, node } of singleEditsOf(root, resolve)) add(what, node, {});
    for (const name of namesReachedBy([root], contract.types)) {
      const target = resolve(name);
      for (const { what, node } of target === undefined ? [] : singleEditsOf(target, resolve)) {
        add(`${name}: ${what}`, root, { [name]: node });
      }
    }
  }
  return edited;
}

/** The root and those named types that lead to edited ones; the others are the generated ones. */
function printEdited(contract: Contract, root: TypeNode, edited: Readonly<Record<string, TypeNode>>): string {
  const { scope } = planTypescript(contract, { packageName: 'sample-client', enums: 'literal' });
  const isOwn = (name: string): boolean => {
    const target = contract.types[name];
    return (
      target !== undefined &&
      [name, ...namesReachedBy([target], contract.types)].some((reached) => Object.hasOwn(edited, reached))
    );
  };
  const own = {
    ...scope,
    nameOf: (name: string) => (isOwn(name) ? scope.nameOf(name) : `types.${scope.nameOf(name)}`),
  };
  const declarations = namesReachedBy([root], contract.types)
    .filter(isOwn)
    .map((name) =>
      printDeclaration(scope.nameOf(name), edited[name] ?? contract.types[name] ?? { kind: 'never' }, own),
    );
  return [...declarations, printDeclaration('EditedRoot', root, own)].join('');
}
