import type { Finding } from '../workspace/finding.js';
import type { SourceFile } from '../workspace/source-file.js';

// Only comments: a text or a name may speak of such words.
const todoComment = /(?:\/\/|\/\*|^\s*\*).*\b(?:TODO|FIXME|XXX)\b/;

/** Finds intentions in comments that no issue carries, and that therefore nobody will find again. */
export function findUnnumberedTodos(files: readonly SourceFile[]): readonly Finding[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) =>
      todoComment.test(line) && !/#\d+|\bissues? \d+/i.test(line)
        ? [
            {
              rule: 'todo-with-issue',
              file: path,
              line: index + 1,
              problem: 'has an intention without an issue.',
              remedy: "Open an issue and write its number ('issue 41'), do it now, or leave the comment out.",
            },
          ]
        : [],
    ),
  );
}
