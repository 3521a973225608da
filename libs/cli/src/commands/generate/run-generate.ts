import { type GenerateStep, Generator } from '@trunkline/codegen';
import type { Command } from 'commander';
import { ConfigError } from '../../config/config-error.js';
import { loadConfig } from '../../config/load-config.js';
import { CommandFailure } from '../../terminal/command-failure.js';
import type { Terminal, TerminalOutput } from '../../terminal/terminal.js';
import { CHECK_EXIT_CODES, type CheckExitCode } from '../check-exit-code.js';
import { checkClient, generateClient } from './client-run.js';
import type { GenerateModes } from './generate-modes.js';
import { readSettingOptions } from './generate-options.js';
import { printCommand } from './print-command.js';
import { printDuration } from './print-outcome.js';
import { type ClientPlan, settleSettings } from './settle-settings.js';
import { watchClients } from './watch/watch-clients.js';

/**
 * Generates, checks or watches every client that the configuration and the options name.
 *
 * @throws CommandFailure when they name none, or one that cannot be.
 */
export async function runGenerate(command: Command, modes: GenerateModes, terminal: Terminal): Promise<CheckExitCode> {
  if (modes.check === true && modes.watch === true) {
    throw new CommandFailure('--check looks once and --watch stays; give one of them.', CHECK_EXIT_CODES.unreadable);
  }
  const generators = await openGenerators(command, modes, terminal);
  try {
    if (modes.watch === true) return await watchClients(generators, terminal);
    let worst: CheckExitCode = CHECK_EXIT_CODES.fine;
    // One after the other: each keeps all cores busy, and their reports do not mix.
    for (const generator of generators) {
      const code = await runOne(generator, command, modes, terminal);
      worst = code > worst ? code : worst;
    }
    return worst;
  } finally {
    for (const generator of generators) generator.close();
  }
}

function runOne(
  generator: Generator,
  command: Command,
  { check, diffLines }: GenerateModes,
  terminal: Terminal,
): Promise<CheckExitCode> {
  const run = { generator, terminal };
  if (check !== true) return generateClient(run);
  return checkClient(run, { command: printCommand(command, ['check', 'diffLines']), maxLineCount: diffLines });
}

async function openGenerators(
  command: Command,
  { config, watch: isWatching = false }: GenerateModes,
  terminal: Terminal,
): Promise<readonly Generator[]> {
  const { cwd } = terminal;
  try {
    const plans = settleSettings(await loadConfig({ cwd, path: config }), readSettingOptions(command), cwd);
    return plans.map((plan) => openGenerator(plan, isWatching, terminal));
  } catch (error) {
    // A file that the settings name and that is not there is a TypeError.
    if (!(error instanceof ConfigError || error instanceof TypeError)) throw error;
    throw new CommandFailure(error.message, CHECK_EXIT_CODES.unreadable, { cause: error });
  }
}

function openGenerator({ settings, folder }: ClientPlan, isWatching: boolean, { stderr }: Terminal): Generator {
  return new Generator(settings, { cwd: folder, isWatching, onStep: (step) => tellStep(step, stderr) });
}

/** Progress is for whoever waits before a screen. */
function tellStep({ name, durationMs }: GenerateStep, stderr: TerminalOutput): void {
  if (stderr.isTTY) stderr.write(`  ${stepNames[name].padEnd(18)} ${printDuration(durationMs).padStart(8)}\n`);
}

const stepNames = {
  schemas: 'read the schemas',
  types: 'read the types',
  merge: 'merged both',
  emit: 'made the files',
} as const satisfies Record<GenerateStep['name'], string>;
