const begin = '<!-- The tables below are written by `npm run bench`. -->';
const end = '<!-- The end of the tables. -->';

/**
 * Puts tables between the document's markers.
 *
 * @throws Error when a marker is missing.
 */
export function replaceTables(document: string, tables: string): string {
  const from = document.indexOf(begin);
  const to = document.indexOf(end);
  if (from === -1 || to < from) throw new Error(`The document has no lines "${begin}" and "${end}" to write between.`);
  return `${document.slice(0, from + begin.length)}\n\n${tables}\n\n${document.slice(to)}`;
}
