import { relative, resolve } from 'node:path';
import {
  AgainstError,
  ContractError,
  compareFolder,
  emitDocuments,
  hashOf,
  loadAgainst,
  writeChanges,
} from '@trunkline/codegen';
import { CommandFailure } from '../../terminal/command-failure.js';
import type { Terminal } from '../../terminal/terminal.js';
import { CHECK_EXIT_CODES, type CheckExitCode } from '../check-exit-code.js';
import { count } from '../generate/print-outcome.js';
import type { DocsFlags } from './docs-flags.js';

/**
 * Writes the documents of a contract into a folder.
 *
 * @throws CommandFailure when the contract cannot be had.
 */
export async function runDocs(flags: DocsFlags, { cwd, stdout }: Terminal): Promise<CheckExitCode> {
  const outFolder = resolve(cwd, flags.out);
  const contract = await load(flags.contract, cwd);
  const { title = 'API', apiVersion: version = hashOf(contract), description, url } = flags;
  const about = {
    title,
    version,
    ...(description === undefined ? {} : { description }),
    ...(url === undefined ? {} : { url }),
  };
  // A folder of documents has no other folder `docs` in it.
  const files = emitDocuments(contract, about).map((file) => ({ ...file, path: file.path.replace(/^docs\//u, '') }));
  const changes = await compareFolder(outFolder, files);
  await writeChanges(outFolder, changes);
  const unchangedCount = files.length - changes.length;
  stdout.write(
    `${relative(cwd, outFolder) || '.'}: ${count(changes.length, 'file')} written, ${unchangedCount} unchanged.\n`,
  );
  return CHECK_EXIT_CODES.fine;
}

async function load(contract: string, cwd: string): ReturnType<typeof loadAgainst> {
  try {
    return await loadAgainst(contract, { cwd });
  } catch (error) {
    if (!(error instanceof AgainstError || error instanceof ContractError)) throw error;
    throw new CommandFailure(error.message, CHECK_EXIT_CODES.unreadable, { cause: error });
  }
}
