import { type Command, Option } from 'commander';
import type { Terminal } from '../../terminal/terminal.js';
import type { BreakingFlags } from './breaking-flags.js';

/** Adds `trunkline breaking`. */
export function addBreakingCommand(program: Command, terminal: Terminal): void {
  program
    .command('breaking')
    .summary('Find what a changed contract breaks for clients that are deployed.')
    .description(
      'Compares the contract with the one that clients out there were made from. ' +
        'Ends with 1 when something counts, with 2 when a contract cannot be had.',
    )
    .option('--against <contract>', 'A file, git:<ref>:<path> or npm:<package>@<version>.')
    .option(
      '--contract <file>',
      'The contract to look at. (default: contract.json in the folder of the generated package)',
    )
    .option('--config <file>', 'The configuration. (default: trunkline.config.ts and its like in this folder)')
    .addOption(new Option('--level <level>', 'The least that counts. (default: breaking)').choices(LEVELS))
    .addOption(
      new Option('--category <category>', 'Only what breaks running clients, or only code compiled anew.').choices([
        'wire',
        'source',
      ]),
    )
    .option(
      '--ignore <rule[:path]>',
      'A rule that does not count, everywhere or for a procedure (orders.byId) or router (orders.*); may be given several times.',
      (text: string, before: readonly string[] | undefined) => [...(before ?? []), text],
    )
    .addOption(
      new Option('--format <format>', 'How findings are printed. (default: text, in GitHub Actions github)').choices([
        'text',
        'json',
        'github',
      ]),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (flags: BreakingFlags) => {
      const { runBreaking } = await import('./run-breaking.js');
      terminal.setExitCode(await runBreaking(flags, terminal));
    });
}

const LEVELS = ['breaking', 'risky', 'info'];

const EXAMPLES = `
Examples:
  $ npx trunkline breaking --against git:main:libs/api-client/contract.json
  $ npx trunkline breaking --against npm:@acme/api-client@latest --level risky
  $ npx trunkline breaking --against old.json --ignore PROCEDURE_REMOVED:legacy.*
`;
