import { CommanderError } from 'commander';
import { createProgram } from './program.js';
import { CommandFailure } from './terminal/command-failure.js';
import { EXIT_CODES } from './terminal/exit-code.js';
import type { Terminal } from './terminal/terminal.js';

/**
 * Runs the command that the arguments name. Never rejects: what went wrong is on stderr and in the exit code.
 *
 * @param argv the arguments behind the program's name.
 */
export async function runProgram(argv: readonly string[], terminal: Terminal): Promise<void> {
  try {
    await createProgram(terminal).parseAsync([...argv], { from: 'user' });
  } catch (thrown) {
    terminal.setExitCode(tell(thrown, terminal));
  }
}

function tell(thrown: unknown, terminal: Terminal): number {
  // Commander has already said what is wrong.
  if (thrown instanceof CommanderError) return thrown.exitCode;
  if (thrown instanceof CommandFailure) {
    terminal.stderr.write(`error: ${thrown.message}\n`);
    return thrown.exitCode;
  }
  // Anything else is a bug, of which the stack is what one wants to see.
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  terminal.stderr.write(`${text}\n`);
  return EXIT_CODES.usage;
}
