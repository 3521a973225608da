import type { Contract } from './contract.js';

const LINE_WIDTH = 120;

/** The text of a contract: the same for the same contract, whatever order its members were made in. Ends in a newline. */
export function printContract(contract: Contract): string {
  return printCanonical(contract);
}

/** A JSON value as text with sorted names; what fits in a line stands in one, so that a change of one type is a short diff. */
export function printCanonical(value: unknown): string {
  return `${printBlock(sortMembers(value), '')}\n`;
}

/** A JSON value in one line, with sorted names: for hashes and comparisons. */
export function canonicalLine(value: unknown): string {
  return JSON.stringify(sortMembers(value));
}

function sortMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortMembers);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    entries
      .toSorted(([left], [right]) => compareText(left, right))
      .map(([name, member]) => [name, sortMembers(member)]),
  );
}

// By UTF-16 units: the order of no language, and so everywhere the same.
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function printBlock(value: unknown, indent: string): string {
  const line = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || indent.length + line.length <= LINE_WIDTH) return spaced(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => deeper + printBlock(item, deeper)).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).map(
    ([name, member]) => `${deeper}${JSON.stringify(name)}: ${printBlock(member, deeper)}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}

/** In one line, with a blank behind each colon and comma. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${spaced(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
