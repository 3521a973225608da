import { type Command, InvalidArgumentError } from 'commander';
import type { Terminal } from '../../terminal/terminal.js';
import type { GenerateModes } from './generate-modes.js';
import { addSettingOptions } from './generate-options.js';

/** How many lines of a difference are shown where nothing else is said: enough to see what a change is about. */
const DEFAULT_DIFF_LINE_COUNT = 60;

/** Adds `trunkline generate`. */
export function addGenerateCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('generate')
    .summary('Make a typed client package and documents from a router.')
    .description(
      'Makes a typed client package and documents from a router, as trunkline.config.ts says or the options below, which win. ' +
        'Ends with 1 when a type cannot be expressed or --check finds a difference, with 2 when the router cannot be read.',
    )
    .option(
      '--config <file>',
      'The configuration. (default: trunkline.config.ts, .mts, .js, .mjs or .json in this folder)',
    )
    .option('--check', 'Write nothing; end with 1 and a diff when the package is stale.')
    .option('--watch', 'Stay, and generate anew whenever a source of the router changes.')
    .option(
      '--diff-lines <count>',
      'How many lines of a diff --check shows for each file.',
      parseCount,
      DEFAULT_DIFF_LINE_COUNT,
    );
  addSettingOptions(command).action(async (modes: GenerateModes) => {
    const { runGenerate } = await import('./run-generate.js');
    terminal.setExitCode(await runGenerate(command, modes, terminal));
  });
}

function parseCount(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('It takes a whole number above 0.');
  return value;
}
