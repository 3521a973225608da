/** One row of a table of the document. */
export interface DocumentRow {
  readonly cells: readonly string[];
  /** Counted from 1. */
  readonly line: number;
}

/** The rows of every table whose first header cells are these; quotes of code are taken off where a cell is nothing else. */
export function readTable(document: string, ...headers: readonly string[]): readonly DocumentRow[] {
  const rows: DocumentRow[] = [];
  let isInside = false;
  for (const [index, text] of document.split('\n').entries()) {
    const cells = toCells(text);
    if (cells === undefined) isInside = false;
    else if (headers.every((header, place) => cells[place] === header)) isInside = true;
    else if (isInside && !cells.every((cell) => /^-+$/.test(cell))) rows.push({ cells, line: index + 1 });
  }
  return rows;
}

/** Every `rpc.*` method that the document names, with the first line that does. */
export function readMethods(document: string): readonly DocumentRow[] {
  const rows = new Map<string, DocumentRow>();
  for (const [index, text] of document.split('\n').entries()) {
    for (const [name] of text.matchAll(/\brpc\.[a-z]+\b/g)) {
      if (!rows.has(name)) rows.set(name, { cells: [name], line: index + 1 });
    }
  }
  return [...rows.values()];
}

function toCells(text: string): readonly string[] | undefined {
  if (!text.startsWith('|')) return undefined;
  return text
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replace(/^`([^`]*)`$/, '$1'));
}
