import { readFileSync } from 'node:fs';

/** What a diff block of a guide does to one file: lines that go, and those that come in their place. */
export interface FileDiff {
  readonly file: string;
  readonly replacements: readonly Replacement[];
}

export interface Replacement {
  readonly removed: string;
  readonly added: string;
}

/**
 * The diff blocks of a Markdown file, by their titles. The first line of a block is `--- file: title`; lines with `-` are
 * in the file as they stand, and those with `+` after them come in their place.
 */
export function readGuideDiffs(guide: URL): ReadonlyMap<string, FileDiff> {
  const diffs = new Map<string, FileDiff>();
  for (const [, block = ''] of readFileSync(guide, 'utf8').matchAll(/^```diff\n(.*?)^```$/gms)) {
    const [head = '', ...lines] = block.trimEnd().split('\n');
    const [, file, title] = /^--- (\S+): (.+)$/.exec(head) ?? [];
    if (file === undefined || title === undefined) continue;
    diffs.set(title, { file, replacements: readReplacements(lines) });
  }
  return diffs;
}

function readReplacements(lines: readonly string[]): Replacement[] {
  const replacements: { removed: string[]; added: string[] }[] = [];
  for (const line of lines) {
    const text = line.slice(1);
    const last = replacements.at(-1);
    if (line.startsWith('+')) last?.added.push(text);
    else if (line.startsWith('-') && last?.added.length === 0) last.removed.push(text);
    else if (line.startsWith('-')) replacements.push({ removed: [text], added: [] });
    else replacements.push({ removed: [], added: [] });
  }
  return replacements
    .filter(({ removed }) => removed.length > 0)
    .map(({ removed, added }) => ({
      removed: `${removed.join('\n')}\n`,
      added: added.map((text) => `${text}\n`).join(''),
    }));
}

/**
 * The file's text after the diff.
 *
 * @throws Error when a line that goes is not in the file, or is there twice.
 */
export function applyDiff(text: string, { file, replacements }: FileDiff): string {
  return replacements.reduce((current, { removed, added }) => {
    const parts = current.split(removed);
    if (parts.length !== 2) throw new Error(`${file} has these lines ${parts.length - 1} times, not once:\n${removed}`);
    return parts.join(added);
  }, text);
}
