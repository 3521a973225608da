import { createReport } from './create-report.js';

// The entry of the process that `importRouter` starts; see there.
const [, , routerPath = '', exportName = ''] = process.argv;

// What fails beside the import, such as a connection to a database that is not there, says nothing of the router.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
});

const report = await createReport({ routerPath, exportName });
// Sockets and timers that the application has opened would keep the process alive for ever.
process.send?.(report, () => process.exit(0));
