import type { Finding } from '../workspace/finding.js';

/** The public names of one entry point, and those that were agreed on. */
export interface NameComparison {
  readonly entry: string;
  /** The file with the committed names. */
  readonly list: string;
  readonly names: readonly string[];
  readonly committed: readonly string[];
}

/** Finds public names that came or went since the list was accepted. */
export function compareNames({ entry, list, names, committed }: NameComparison): readonly Finding[] {
  const describe = (problem: string): Finding => ({
    rule: 'public-names',
    file: entry,
    line: 1,
    problem,
    remedy: `If it is meant, run \`npm run api:write\`, commit ${list}, and tell it in CHANGELOG.md.`,
  });
  return [
    ...names
      .filter((name) => !committed.includes(name))
      .map((name) => describe(`exports ${name}, which ${list} lacks.`)),
    ...committed.filter((name) => !names.includes(name)).map((name) => describe(`no longer exports ${name}.`)),
  ];
}
