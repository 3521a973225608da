import { toMarkdownTable } from './markdown-table.js';
import type { Source } from './read-source.js';

/** What a client does after a close, and what it takes those calls for that were sent and have no answer. */
export function describeCloseDecisions(closing: Source, fates: Source): string {
  const named = [...closing.text.matchAll(/^\s+([a-zA-Z]+): \{\s*code: (\w+)/gm)].map(([, name = '', code = '']) => ({
    name: `\`${name}\``,
    code: Number(code) || numberOf(closing, code),
  }));
  if (named.length === 0) throw new Error(`${closing.file} has no table of close codes.`);
  const others = [1001, 1002, 1006, 1007, 1008, 1009, 1011].map((code) => ({ name: 'RFC 6455', code }));
  const rows = [...named, ...others]
    .toSorted((one, other) => one.code - other.code)
    .map(({ name, code }) => [
      String(code),
      name,
      String(closing.call('decideCloseAction', code)),
      String(fates.call('decideCallFate', code, 'trunkline', false)),
      String(fates.call('decideCallFate', code, 'trunkline', true)),
      String(fates.call('decideCallFate', code, 'stock', true)),
    ]);
  return toMarkdownTable(
    ['code', 'name', 'the client', 'calls before a welcome', 'calls after it', 'calls under `stock()`'],
    rows,
  );
}

function numberOf({ file, text }: Source, constant: string): number {
  const [, digits] = new RegExp(`const ${constant} = (\\d+);`).exec(text) ?? [];
  if (digits === undefined) throw new Error(`${file} has no number ${constant}.`);
  return Number(digits);
}
