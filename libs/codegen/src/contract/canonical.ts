import type { Contract } from './contract.js';

const LINE_WIDTH = 120;

/** Gives what `make` makes of an object in a place, or made of the same object there before. */
export type Recall = <TResult>(place: string, about: object, make: () => TResult) => TResult;

/**
 * The text of a contract: the same for the same contract, whatever order its members were made in. Ends in a newline.
 *
 * @param recall what was made of the parts of another contract.
 */
export function printContract(contract: Contract, recall: Recall = (_place, _about, make) => make()): string {
  const printParts = (parts: Readonly<Record<string, object>>, title: string): Printed =>
    printMembers(Object.entries(parts), (part, name) =>
      recall(`${title} ${name} in the contract`, part, () => printPart(part)),
    );
  const printed = printMembers(Object.entries<unknown>({ ...contract }), (member, name) => {
    if (name === 'procedures') return printParts(contract.procedures, 'procedure');
    return name === 'types' ? printParts(contract.types, 'type') : print(member);
  });
  return `${layOut(printed, '')}\n`;
}

/** A JSON value as text with sorted names; what fits in a line stands in one, so that a change of one type is a short diff. */
export function printCanonical(value: unknown): string {
  return `${layOut(print(value), '')}\n`;
}

/** A JSON value in one line, with sorted names: for hashes and comparisons. */
export function canonicalLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalLine).join(',')}]`;
  // As JSON says what is missing in a list.
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members: string[] = [];
  for (const name of Object.keys(value).toSorted(compareText)) {
    const member: unknown = Reflect.get(value, name);
    if (member !== undefined) members.push(`${JSON.stringify(name)}:${canonicalLine(member)}`);
  }
  return `{${members.join(',')}}`;
}

// By UTF-16 units: the order of no language, and so everywhere the same.
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** As it stands in the contract, among the procedures or types. */
function printPart(part: object): Printed {
  const printed = print(part);
  return { ...printed, laidOut: layOut(printed, '    ') };
}

/** A value in one line, and in the pieces that it falls into where that line is too long. */
interface Printed {
  /** With a blank behind each colon and comma. */
  readonly line: string;
  /** How long the line is without blanks. */
  readonly width: number;
  /** In several lines, where it is known where it will stand. */
  readonly laidOut?: string;
  readonly pieces?: { readonly open: string; readonly close: string; readonly of: readonly Piece[] };
}

/** A member of an object, with its name in `prefix`, or an item of a list. */
interface Piece {
  readonly prefix: string;
  readonly value: Printed;
}

// From the inside out, so that no part of a large contract is looked at once for each part that it lies in.
function print(value: unknown): Printed {
  if (Array.isArray(value)) {
    const of = value.map((item): Piece => ({ prefix: '', value: print(item) }));
    return { line: `[${lineOf(of)}]`, width: widthOf(of), pieces: { open: '[', close: ']', of } };
  }
  if (typeof value !== 'object' || value === null) {
    const line = JSON.stringify(value);
    return { line, width: line.length };
  }
  return printMembers(Object.entries(value), print);
}

function printMembers<TMember>(
  members: readonly (readonly [name: string, member: TMember])[],
  printMember: (member: TMember, name: string) => Printed,
): Printed {
  const of = members
    .filter(([, member]) => member !== undefined)
    .toSorted(([left], [right]) => compareText(left, right))
    .map(([name, member]): Piece => ({ prefix: `${JSON.stringify(name)}: `, value: printMember(member, name) }));
  const line = of.length === 0 ? '{}' : `{ ${lineOf(of)} }`;
  return { line, width: widthOf(of), pieces: { open: '{', close: '}', of } };
}

function lineOf(pieces: readonly Piece[]): string {
  return pieces.map(({ prefix, value }) => prefix + value.line).join(', ');
}

function widthOf(pieces: readonly Piece[]): number {
  const separators = Math.max(0, pieces.length - 1);
  // A prefix ends in a blank.
  return pieces.reduce((sum, { prefix, value }) => sum + Math.max(0, prefix.length - 1) + value.width, 2 + separators);
}

function layOut({ line, width, pieces, laidOut }: Printed, indent: string): string {
  if (pieces === undefined || indent.length + width <= LINE_WIDTH) return line;
  if (laidOut !== undefined) return laidOut;
  const deeper = `${indent}  `;
  const lines = pieces.of.map(({ prefix, value }) => deeper + prefix + layOut(value, deeper));
  return `${pieces.open}\n${lines.join(',\n')}\n${indent}${pieces.close}`;
}
