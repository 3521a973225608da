import { compareText } from '../../contract/canonical.js';
import type { Contract, ProcedureContract } from '../../contract/contract.js';
import type { Json } from '../../contract/json.js';
import type { GeneratedFile } from '../generated-file.js';

/** A JSON document as a file, its members in the order in which one reads them. */
export function printDocument(path: string, document: Json): GeneratedFile {
  return { path, text: `${JSON.stringify(document, null, 2)}\n` };
}

/** The procedures of a contract by path, whatever order they were read in. */
export function sortedProcedures(
  contract: Contract,
): readonly (readonly [path: string, procedure: ProcedureContract])[] {
  return Object.entries(contract.procedures).toSorted(([left], [right]) => compareText(left, right));
}
