import type { FileChange } from '@trunkline/codegen';
import { formatPatch, structuredPatch } from 'diff';

/** How differences are shown. */
export interface StaleOptions {
  /** The folder as people know it: relative to where the command runs. */
  readonly folder: string;
  /** The command that brings the folder up to date. */
  readonly command: string;
  /** How many lines of a file's difference are shown. */
  readonly maxLineCount: number;
  readonly hasColor: boolean;
}

/** Says how a generated package differs from what its router comes to. */
export function printStale(changes: readonly FileChange[], options: StaleOptions): string {
  // What is compiled differs as its source does, so it is only named.
  const compiled = changes.filter(({ path }) => path.startsWith('dist/'));
  const shown = changes.filter((change) => !compiled.includes(change));
  const differences = shown.map((change) => printDifference(change, options));
  const afterword =
    compiled.length === 0 ? [] : [`${count(compiled.length, 'compiled file')} in dist: ${listOf(compiled)}`];
  const summary = `${options.folder} is stale: ${count(changes.length, 'file')}. Run: ${options.command}`;
  return `${[...differences, ...afterword, summary].join('\n\n')}\n`;
}

function printDifference(change: FileChange, { folder, maxLineCount, hasColor }: StaleOptions): string {
  const path = folder === '' ? change.path : `${folder}/${change.path}`;
  const before = change.kind === 'added' ? '' : change.before;
  const after = change.kind === 'removed' ? '' : change.after;
  const patch = structuredPatch(
    change.kind === 'added' ? '/dev/null' : `a/${path}`,
    change.kind === 'removed' ? '/dev/null' : `b/${path}`,
    before,
    after,
    undefined,
    undefined,
    { context: 3 },
  );
  const lines = formatPatch(patch)
    .split('\n')
    .filter((line) => !/^=+$/.test(line));
  while (lines.at(-1) === '') lines.pop();
  const shown = lines.slice(0, maxLineCount).map((line) => (hasColor ? colour(line) : line));
  const leftOut = lines.length - shown.length;
  if (leftOut > 0) shown.push(`… ${count(leftOut, 'more line')} of this file`);
  return shown.join('\n');
}

const RESET = '\u001B[0m';

function colour(line: string): string {
  const code = line.startsWith('+') ? '32' : line.startsWith('-') ? '31' : line.startsWith('@@') ? '36' : undefined;
  return code === undefined ? line : `\u001B[${code}m${line}${RESET}`;
}

/** How many files are named before the others are counted. */
const MAX_NAMED_COUNT = 5;

function listOf(changes: readonly FileChange[]): string {
  const names = changes.slice(0, MAX_NAMED_COUNT).map(({ path }) => path.slice('dist/'.length));
  const more = changes.length - names.length;
  return more === 0 ? names.join(', ') : `${names.join(', ')} and ${more} more`;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
