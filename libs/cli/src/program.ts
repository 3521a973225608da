import { Command } from 'commander';
import { addBreakingCommand } from './commands/breaking/breaking-command.js';
import { addDocsCommand } from './commands/docs/docs-command.js';
import { addGenerateCommand } from './commands/generate/generate-command.js';
import { addCallCommand } from './remote/call.js';
import { addDiscoverCommand } from './remote/discover.js';
import { addSubscribeCommand } from './remote/subscribe.js';
import type { Terminal } from './terminal/terminal.js';
import { readVersion } from './version.js';

/**
 * The whole command line. Each command's file adds its own by `program.command(…)`, so that it inherits what is set here, and
 * imports what it runs only when it runs, so that `--help` comes at once.
 */
export function createProgram(terminal: Terminal): Command {
  const { stdout, stderr } = terminal;
  const program = new Command('trunkline')
    .description('Typed clients, contracts and calls for tRPC routers behind a Trunkline server.')
    .version(readVersion(), '-V, --version', 'Print the version.')
    .helpOption('-h, --help', 'Print how it is used.')
    .helpCommand('help [command]', 'Print how a command is used.')
    .showHelpAfterError('Add --help to see how it is used.')
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => stdout.columns ?? 100,
      getErrHelpWidth: () => stderr.columns ?? 100,
      getOutHasColors: () => stdout.hasColor,
      getErrHasColors: () => stderr.hasColor,
    })
    .exitOverride();
  addGenerateCommand(program, terminal);
  addBreakingCommand(program, terminal);
  addDocsCommand(program, terminal);
  addCallCommand(program, terminal);
  addSubscribeCommand(program, terminal);
  addDiscoverCommand(program, terminal);
  return program;
}
