import { CommandFailure } from '../terminal/command-failure.js';
import { EXIT_CODES } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';
import { parseJson, readFileOf } from './remote-options.js';

/**
 * The input of a procedure, as JSON: from the argument, from the standard input where the argument is `-`, or from a file. Undefined
 * where none of them is given.
 *
 * @throws CommandFailure when it is not JSON or there are two.
 */
export async function readInput(
  argument: string | undefined,
  file: string | undefined,
  terminal: Terminal,
): Promise<unknown> {
  if (argument !== undefined && file !== undefined)
    throw new CommandFailure('There are two inputs: leave out the argument, or --input-file.', EXIT_CODES.usage);
  if (file !== undefined) return parseJson(await readFileOf(file, terminal), `The file ${file}`);
  if (argument === undefined) return undefined;
  return argument === '-'
    ? parseJson(await terminal.stdin.read(), 'The standard input')
    : parseJson(argument, 'The input');
}
