import type { Finding } from '../workspace/finding.js';
import type { SourceFile } from '../workspace/source-file.js';

const forbiddenNames = new Set(['utils', 'util', 'helpers', 'helper', 'types', 'common', 'core', 'misc']);

/** Finds files and folders whose name says nothing of what they hold, and so collect what belongs nowhere. */
export function findForbiddenNames(files: readonly SourceFile[]): readonly Finding[] {
  return files.flatMap(({ path }) => {
    const names = path.split('/').map((name) => name.replace(/\..*$/, ''));
    return names
      .filter((name) => forbiddenNames.has(name))
      .map((name) => ({
        rule: 'telling-names',
        file: path,
        line: 1,
        problem: `is named '${name}'.`,
        remedy: 'Name it after the one thing that it exports; a second thing is a second file.',
      }));
  });
}
