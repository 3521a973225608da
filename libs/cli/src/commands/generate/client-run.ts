import { relative } from 'node:path';
import { writeChanges } from '@trunkline/codegen';
import type { Terminal } from '../../terminal/terminal.js';
import { CHECK_EXIT_CODES, type CheckExitCode } from '../check-exit-code.js';
import { type ClientGenerator, type ClientOutcome, makeClient } from './client-outcome.js';
import { count, printFailure, printProblems, printWritten } from './print-outcome.js';
import { printStale } from './print-stale.js';

/** What a run of one client works with. */
export interface ClientRun {
  readonly generator: ClientGenerator;
  readonly terminal: Terminal;
}

/** How the folder is compared. */
export interface CheckOptions {
  /** The command that brings it up to date. */
  readonly command: string;
  readonly maxLineCount: number;
}

/** Brings a client up to date, and says what was done. */
export async function generateClient({ generator, terminal }: ClientRun): Promise<CheckExitCode> {
  const startedAt = terminal.clock.now();
  const outcome = await makeClient(generator);
  if (outcome.name !== 'made') return reportUnmade(outcome, terminal);
  warn(outcome.warnings, terminal);
  await writeChanges(generator.outFolder, outcome.changes);
  const durationMs = terminal.clock.now() - startedAt;
  const { contract, changes, fileCount } = outcome;
  const folder = nameFolder(generator, terminal);
  terminal.stdout.write(printWritten({ folder, contract, changes, fileCount, durationMs }));
  return CHECK_EXIT_CODES.fine;
}

/** Says whether a client is up to date, and how it differs. Writes no file. */
export async function checkClient(
  { generator, terminal }: ClientRun,
  { command, maxLineCount }: CheckOptions,
): Promise<CheckExitCode> {
  const outcome = await makeClient(generator, { mayLackCompiled: true });
  if (outcome.name !== 'made') return reportUnmade(outcome, terminal);
  warn(outcome.warnings, terminal);
  const folder = nameFolder(generator, terminal);
  if (outcome.changes.length === 0) {
    terminal.stdout.write(`${folder} is up to date: ${count(outcome.fileCount, 'file')}.\n`);
    return CHECK_EXIT_CODES.fine;
  }
  const { hasColor } = terminal.stdout;
  terminal.stdout.write(printStale(outcome.changes, { folder, command, maxLineCount, hasColor }));
  return CHECK_EXIT_CODES.found;
}

/** Says why there is no client. */
export function reportUnmade(outcome: Exclude<ClientOutcome, { name: 'made' }>, terminal: Terminal): CheckExitCode {
  if (outcome.name === 'unreadable') {
    terminal.stderr.write(printFailure(outcome.error));
    return CHECK_EXIT_CODES.unreadable;
  }
  warn(outcome.warnings, terminal);
  terminal.stderr.write(printProblems(outcome.problems));
  return CHECK_EXIT_CODES.found;
}

/** Says what stops nothing. */
export function warn(warnings: readonly string[], { stderr }: Terminal): void {
  for (const warning of warnings) stderr.write(`warning: ${warning}\n`);
}

/** A client's folder as whoever runs the command knows it. */
export function nameFolder({ outFolder }: ClientGenerator, { cwd }: Terminal): string {
  return relative(cwd, outFolder) || '.';
}
