import type { Finding } from '../workspace/finding.js';
import type { CatalogueEntry, ProtocolCatalogue } from './catalogue.js';
import { type DocumentRow, readMethods, readTable } from './document.js';

/** The document, from the workspace's root. */
export const PROTOCOL_DOCUMENT = 'PROTOCOL.md';

/** Finds what the document says otherwise than the code, in either direction. */
export function compareDocument(document: string, catalogue: ProtocolCatalogue): readonly Finding[] {
  const headings = document.split('\n').filter((line) => line.startsWith('### '));
  return [
    ...compare('method', readMethods(document), catalogue.methods, 0, []),
    ...catalogue.methods.filter(({ name }) => !headings.some((line) => line.includes(`\`${name}\``))).map(lacksSection),
    ...compare('message', readTable(document, 'message', 'from'), catalogue.messages.filter(isNamedInTable), 0, []),
    ...catalogue.messages.filter(({ name }) => !isNamedIn(document, name)).map((entry) => lacks('message', entry)),
    ...compare('error key', readTable(document, 'key', 'number'), catalogue.errors, 0, [1, 2, 3, 4]),
    ...compare('close code', readTable(document, 'code', 'name'), catalogue.closes, 1, [0, 2, 3, 4]),
    ...compare('gap reason', readTable(document, 'reason', 'meaning'), catalogue.gapReasons, 0, [1]),
    ...compare('limit', readTable(document, 'option', 'default'), catalogue.limits, 0, [1]),
  ];
}

// What is no message has no row of its own among them: a violation, and a notification of a later version.
function isNamedInTable({ name }: CatalogueEntry): boolean {
  return name !== 'violation' && name !== 'unknown';
}

function isNamedIn(document: string, name: string): boolean {
  return document.includes(`\`${name}\``);
}

/**
 * @param nameAt the column with the name.
 * @param factsAt the columns of the entry's facts, in their order.
 */
function compare(
  kind: string,
  rows: readonly DocumentRow[],
  entries: readonly CatalogueEntry[],
  nameAt: number,
  factsAt: readonly number[],
): readonly Finding[] {
  const known = new Set(entries.map(({ name }) => name));
  return [
    ...rows
      .filter(({ cells }) => !known.has(cells[nameAt] ?? ''))
      .map(({ cells, line }) => ({
        rule: 'protocol-document',
        file: PROTOCOL_DOCUMENT,
        line,
        problem: `names the ${kind} ${cells[nameAt] ?? ''}, which the code does not have.`,
        remedy: 'Take it out of the document, or build it.',
      })),
    ...entries.flatMap((entry) => compareEntry(kind, rows, entry, nameAt, factsAt)),
  ];
}

function compareEntry(
  kind: string,
  rows: readonly DocumentRow[],
  entry: CatalogueEntry,
  nameAt: number,
  factsAt: readonly number[],
): readonly Finding[] {
  const own = rows.filter(({ cells }) => cells[nameAt] === entry.name);
  if (own.length === 0) return [lacks(kind, entry)];
  return own.flatMap(({ cells, line }) =>
    entry.facts.flatMap((fact, index) => {
      const written = cells[factsAt[index] ?? -1] ?? '';
      if (written === fact) return [];
      return {
        rule: 'protocol-document',
        file: PROTOCOL_DOCUMENT,
        line,
        problem: `says "${written}" of the ${kind} ${entry.name}, where the code says "${fact}".`,
        remedy: `Correct the row, or ${entry.file}:${entry.line}.`,
      };
    }),
  );
}

function lacks(kind: string, { name, file, line }: CatalogueEntry): Finding {
  return {
    rule: 'protocol-document',
    file,
    line,
    problem: `has the ${kind} ${name}, which ${PROTOCOL_DOCUMENT} does not name.`,
    remedy: `Describe it in ${PROTOCOL_DOCUMENT}, in the table where its like stand.`,
  };
}

function lacksSection({ name, file, line }: CatalogueEntry): Finding {
  return {
    rule: 'protocol-document',
    file,
    line,
    problem: `has the method ${name}, of which ${PROTOCOL_DOCUMENT} has no section.`,
    remedy: `Write a section "### \`${name}\`": meaning, shape, sample, and what a violation gets.`,
  };
}
