import type { Contract } from '../../contract/contract.js';
import { PrintMemory } from '../print-memory.js';
import { type ContractNames, nameContract } from './contract-names.js';
import type { PrintScope } from './print-scope.js';
import { createProcedureTree, namespacesOf, type ProcedureTree } from './procedure-tree.js';
import type { TypescriptOptions } from './typescript-options.js';

/** What all files of a package are printed from. */
export interface TypescriptPlan {
  readonly contract: Contract;
  readonly options: TypescriptOptions;
  readonly names: ContractNames;
  readonly tree: ProcedureTree;
  readonly scope: PrintScope;
  /** What was printed of the contract before this one. */
  readonly memory: PrintMemory;
}

/** The first line of every file. It says nothing that changes by itself. */
export const HEADER = '// Made from contract.json by @trunkline/codegen. Do not edit.\n';

/** Names and sorts all that a contract has. */
export function planTypescript(
  contract: Contract,
  options: TypescriptOptions,
  memory: PrintMemory = new PrintMemory(),
): TypescriptPlan {
  const tree = createProcedureTree(Object.keys(contract.procedures));
  const names = nameContract(
    contract,
    namespacesOf(tree).map(({ path }) => path),
  );
  return {
    contract,
    options,
    names,
    tree,
    memory,
    scope: {
      nameOf: (name) => nameIn(names.types, name),
      brands: options.brands ?? 'keep',
      enums: options.enums ?? 'const',
    },
  };
}

/**
 * What something is called.
 *
 * @throws RangeError for what the contract lacks, which a contract that was read never does.
 */
export function nameIn<T>(names: ReadonlyMap<string, T>, key: string): T {
  const name = names.get(key);
  if (name === undefined) throw new RangeError(`The contract has nothing called "${key}", which it refers to.`);
  return name;
}
