import { createReport } from './create-report.js';
import { evaluatedFiles } from './evaluated-files.js';
import { prepareModules } from './prepare-modules.js';
import type { PreparedReport } from './router-report.js';
import type { RouterRequest } from './router-request.js';

// The entry of the process that imports a router; see RouterChild.

// What fails beside the import, such as a connection to a database that is not there, says nothing of the router.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
});

// Whoever asked is gone; what the application has opened must not outlive it.
process.on('disconnect', () => process.exit(0));

let turn = Promise.resolve();
process.on('message', (request: RouterRequest) => {
  turn = turn.then(() => follow(request));
});

async function follow(request: RouterRequest): Promise<void> {
  if (request.name === 'prepare') {
    const isFit = await prepareModules(request.files);
    const report: PreparedReport = { trunkline: 'prepared', ...(isFit ? { files: evaluatedFiles() } : {}) };
    process.send?.(report);
    return;
  }
  const report = await createReport(request.address, request.tellsFiles);
  // Sockets and timers that the application has opened would keep the process alive for ever.
  process.send?.(report, () => process.exit(0));
}
