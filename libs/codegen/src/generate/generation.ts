import type { Contract } from '../contract/contract.js';
import type { GeneratedFile } from '../emit/generated-file.js';
import type { TypeProblem } from '../reader/merge/find-problems.js';

/** What a router comes to. */
export interface Generation {
  readonly contract: Contract;
  /** The types that cannot be expressed; empty where the settings allow them. */
  readonly problems: readonly TypeProblem[];
  /** What the user should know though it stops nothing, in sentences. */
  readonly warnings: readonly string[];
  /** Every file of the generated package. */
  readonly files: readonly GeneratedFile[];
}

/** A part of the work that is done, for whoever shows progress. */
export interface GenerateStep {
  readonly name: 'schemas' | 'types' | 'merge' | 'emit';
  /** How long it took, in milliseconds; schemas and types are read at the same time. */
  readonly durationMs: number;
}
