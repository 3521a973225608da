import type { Finding } from '../workspace/finding.js';

export const FAILURES_DOCUMENT = 'docs/failures.md';

/** Words that the document has to say something of, and where they are defined. */
export interface Vocabulary {
  readonly file: string;
  readonly words: readonly string[];
}

/** Finds words of the code that no row of the document's tables names in code quotes, and quoted codes that are none. */
export function findMissingCodes(document: string, vocabularies: readonly Vocabulary[]): readonly Finding[] {
  const lines = document.split('\n');
  const named = new Set(lines.filter((line) => line.startsWith('|')).flatMap(quotedIn));
  const known = new Set(vocabularies.flatMap(({ words }) => words));
  const missing = vocabularies.flatMap(({ file, words }) =>
    words
      .filter((word) => !named.has(word))
      .map((word) => ({
        rule: 'failures',
        file,
        line: 1,
        problem: `has ${word}, of which no table in ${FAILURES_DOCUMENT} says what the caller sees.`,
        remedy: 'Add it to the row of what happened, or add a row.',
      })),
  );
  const invented = lines.flatMap((line, index) =>
    quotedIn(line)
      .filter((word) => /^([A-Z]+(_[A-Z]+)+|[1-4]\d{3})$/.test(word) && !known.has(word))
      .map((word) => ({
        rule: 'failures',
        file: FAILURES_DOCUMENT,
        line: index + 1,
        problem: `names ${word}, which the code does not know.`,
        remedy: 'Correct it.',
      })),
  );
  return [...missing, ...invented];
}

function quotedIn(line: string): readonly string[] {
  return [...line.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
}
