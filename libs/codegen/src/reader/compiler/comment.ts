/** What a comment says of what it stands before. */
export interface Comment {
  readonly doc?: string;
  readonly deprecated?: string;
}

/** Blanks and comments at the beginning of a declaration's text. */
const LEADING = /^(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/u;

/** The last documentation comment before a declaration: its text up to the first tag, and what `@deprecated` says. */
export function readComment(declaration: string): Comment {
  const leading = LEADING.exec(declaration)?.[0] ?? '';
  const blocks = leading.match(/\/\*\*(?!\/)[\s\S]*?\*\//gu);
  const block = blocks?.at(-1);
  if (block === undefined) {
    return {};
  }
  const lines = block
    .slice(3, -2)
    .split(/\r?\n/u)
    .map((line) => line.replace(/^\s*\* ?/u, '').trimEnd());
  const sections = splitAtTags(lines);
  const doc = sections[0]?.text ?? '';
  const deprecated = sections.find(({ tag }) => tag === 'deprecated')?.text;
  return { ...(doc === '' ? {} : { doc }), ...(deprecated === undefined ? {} : { deprecated }) };
}

interface Section {
  readonly tag: string | undefined;
  readonly text: string;
}

function splitAtTags(lines: readonly string[]): readonly Section[] {
  const sections: { tag: string | undefined; lines: string[] }[] = [{ tag: undefined, lines: [] }];
  let isCode = false;
  for (const line of lines) {
    isCode = line.trimStart().startsWith('```') ? !isCode : isCode;
    const tag = isCode ? null : /^\s*@([a-zA-Z]+)\s?(.*)$/u.exec(line);
    if (tag === null) {
      sections.at(-1)?.lines.push(line);
    } else {
      sections.push({ tag: tag[1], lines: [tag[2] ?? ''] });
    }
  }
  return sections.map(({ tag, lines: text }) => ({ tag, text: text.join('\n').trim() }));
}
