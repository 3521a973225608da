import {
  type Contract,
  ContractError,
  describeProblem,
  type FileChange,
  RouterImportError,
  type TypeProblem,
} from '@trunkline/codegen';

/** Says every type that cannot be expressed, and what can be done. */
export function printProblems(problems: readonly TypeProblem[]): string {
  const noun = problems.length === 1 ? '1 type' : `${problems.length} types`;
  return [
    `${noun} of the router cannot be expressed, so nothing is written:`,
    ...problems.map((problem) => `  ${describeProblem(problem)}`),
    'Give each a schema or write its type down, or let it be `unknown` to clients with --allow-unknown.',
    '',
  ].join('\n');
}

/** Says why a router cannot be read. What nobody expected comes with its stack. */
export function printFailure(error: unknown): string {
  const isExpected = error instanceof RouterImportError || error instanceof ContractError || error instanceof TypeError;
  if (!(error instanceof Error)) return `error: ${String(error)}\n`;
  return `error: ${isExpected ? error.message : (error.stack ?? error.message)}\n`;
}

/** What was done to a client. */
export interface WrittenClient {
  /** The folder as people know it. */
  readonly folder: string;
  readonly contract: Contract;
  readonly changes: readonly FileChange[];
  readonly fileCount: number;
  readonly durationMs: number;
}

/** Says in one line what was written. */
export function printWritten({ folder, contract, changes, fileCount, durationMs }: WrittenClient): string {
  const removedCount = changes.filter(({ kind }) => kind === 'removed').length;
  const writtenCount = changes.length - removedCount;
  const parts = [
    count(Object.keys(contract.procedures).length, 'procedure'),
    `${count(writtenCount, 'file')} written`,
    ...(removedCount === 0 ? [] : [`${removedCount} removed`]),
    `${fileCount - writtenCount} unchanged`,
  ];
  return `${folder}: ${parts.join(', ')}, in ${printDuration(durationMs)}.\n`;
}

/** Milliseconds up to ten seconds, since differences of a watch lie there. */
export function printDuration(durationMs: number): string {
  return durationMs < 10_000 ? `${Math.round(durationMs)} ms` : `${(durationMs / 1000).toFixed(1)} s`;
}

/** `1 file`, `2 files`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
