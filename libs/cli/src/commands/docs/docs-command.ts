import type { Command } from 'commander';
import type { Terminal } from '../../terminal/terminal.js';
import type { DocsFlags } from './docs-flags.js';

/** Adds `trunkline docs`. */
export function addDocsCommand(program: Command, terminal: Terminal): void {
  program
    .command('docs')
    .summary('Make documents from a contract alone.')
    .description(
      'Makes OpenRPC, AsyncAPI 3 and JSON Schema documents and a reference from a contract, wherever it is from. ' +
        'Ends with 2 when the contract cannot be had.',
    )
    .requiredOption('--contract <contract>', 'A file, git:<ref>:<path> or npm:<package>@<version>.')
    .requiredOption('--out <folder>', 'The folder of the documents.')
    .option('--title <text>', 'The title of the documents. (default: API)')
    .option('--api-version <text>', "The version in the documents. (default: the contract's hash)")
    .option('--description <text>', 'What the API is there for.')
    .option('--url <url>', 'Where the server is reached.')
    .action(async (flags: DocsFlags) => {
      const { runDocs } = await import('./run-docs.js');
      terminal.setExitCode(await runDocs(flags, terminal));
    });
}
