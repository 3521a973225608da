import type { Terminal } from '../../../terminal/terminal.js';
import { CHECK_EXIT_CODES, type CheckExitCode } from '../../check-exit-code.js';
import type { ClientGenerator } from '../client-outcome.js';
import { ClientWatch } from './client-watch.js';

/** Keeps clients up to date until whoever runs the command ends it. */
export async function watchClients(generators: readonly ClientGenerator[], terminal: Terminal): Promise<CheckExitCode> {
  const interrupted = terminal.interrupted();
  const outFolders = generators.map(({ outFolder }) => outFolder);
  const watches = generators.map((generator) => new ClientWatch({ generator, terminal, outFolders }));
  for (const watch of watches) {
    if (!interrupted.aborted) await watch.start();
  }
  if (!interrupted.aborted) {
    terminal.stdout.write('Ctrl-C ends.\n');
    await new Promise((resolve) => {
      interrupted.addEventListener('abort', resolve, { once: true });
    });
  }
  await Promise.all(watches.map((watch) => watch.close()));
  return CHECK_EXIT_CODES.fine;
}
