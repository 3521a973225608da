import type { Contract } from '../../contract/contract.js';
import type { GeneratedFile } from '../generated-file.js';
import { printClient } from './print-client.js';
import { printIndex, printTanstack } from './print-entries.js';
import { printPackage } from './print-package.js';
import { printTrpc } from './print-trpc.js';
import { printTypes } from './print-types.js';
import { printValidators } from './print-validators.js';
import type { TypescriptOptions } from './typescript-options.js';
import { planTypescript } from './typescript-plan.js';

/** A contract as a package of TypeScript: its types, a client, and entries for whoever wants more. */
export function emitTypescript(contract: Contract, options: TypescriptOptions): readonly GeneratedFile[] {
  const plan = planTypescript(contract, options);
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
