import type { Contract } from '../../contract/contract.js';
import type { GeneratedFile } from '../generated-file.js';
import type { PrintMemory } from '../print-memory.js';
import { printClient } from './print-client.js';
import { printIndex, printTanstack } from './print-entries.js';
import { printPackage } from './print-package.js';
import { printTrpc } from './print-trpc.js';
import { printTypes } from './print-types.js';
import { printValidators } from './print-validators.js';
import type { TypescriptOptions } from './typescript-options.js';
import { planTypescript } from './typescript-plan.js';

/**
 * A contract as a package of TypeScript: its types, a client, and entries for whoever wants more.
 *
 * @param memory what was printed of the contract before this one, with the same options.
 */
export function emitTypescript(
  contract: Contract,
  options: TypescriptOptions,
  memory?: PrintMemory,
): readonly GeneratedFile[] {
  const plan = planTypescript(contract, options, memory);
  const { trpc = true, tanstack = true, validators = false } = options;
  return [
    { path: 'package.json', text: printPackage(plan), onlyIfMissing: true },
    { path: 'src/client.ts', text: printClient(plan) },
    { path: 'src/index.ts', text: printIndex() },
    ...(tanstack ? [{ path: 'src/tanstack.ts', text: printTanstack() }] : []),
    ...(trpc ? [{ path: 'src/trpc.ts', text: printTrpc(plan) }] : []),
    { path: 'src/types.ts', text: printTypes(plan) },
    ...(validators ? [{ path: 'src/validators.ts', text: printValidators(plan) }] : []),
  ];
}
