import { compareText } from '../../contract/canonical.js';
import type { Contract, ProcedureContract } from '../../contract/contract.js';
import type { Json } from '../../contract/json.js';
import type { GeneratedFile } from '../generated-file.js';
import type { PrintMemory } from '../print-memory.js';

/** How a document is printed that resembles the one before. */
export interface PrintDocumentOptions {
  /** Where the members lie that are printed one by one, such as `components.schemas`. */
  readonly sections: readonly string[];
  readonly memory: PrintMemory;
}

/** A JSON document as a file, its members in the order in which one reads them. */
export function printDocument(path: string, document: Json, options: PrintDocumentOptions): GeneratedFile {
  // Joined once, because every joining copies megabytes.
  const pieces: string[] = [];
  printPart(document, { path: '', indent: '' }, { ...options, pieces });
  pieces.push('\n');
  return { path, text: pieces.join('') };
}

interface Position {
  /** The names on the way from the root, with dots between them. */
  readonly path: string;
  readonly indent: string;
}

interface Printing extends PrintDocumentOptions {
  readonly pieces: string[];
}

function printPart(value: Json, { path, indent }: Position, printing: Printing): void {
  const { sections, memory, pieces } = printing;
  const isSection = sections.includes(path);
  const isOpen = isSection || sections.some((section) => path === '' || section.startsWith(`${path}.`));
  if (!isOpen || typeof value !== 'object' || value === null) {
    pieces.push(JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`));
    return;
  }
  const inner = `${indent}  `;
  const members = Object.entries(value);
  if (members.length === 0) {
    pieces.push(isList(value) ? '[]' : '{}');
    return;
  }
  pieces.push(isList(value) ? '[' : '{');
  members.forEach(([name, member], index) => {
    pieces.push(`${index === 0 ? '' : ','}\n${inner}${isList(value) ? '' : `${JSON.stringify(name)}: `}`);
    if (isSection && typeof member === 'object' && member !== null) pieces.push(memory.jsonOf(member, inner));
    else printPart(member, { path: path === '' ? name : `${path}.${name}`, indent: inner }, printing);
  });
  pieces.push(`\n${indent}${isList(value) ? ']' : '}'}`);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** The procedures of a contract by path, whatever order they were read in. */
export function sortedProcedures(
  contract: Contract,
): readonly (readonly [path: string, procedure: ProcedureContract])[] {
  return Object.entries(contract.procedures).toSorted(([left], [right]) => compareText(left, right));
}
