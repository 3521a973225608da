import { once } from 'node:events';
import { createReport } from './create-report.js';
import type { RouterAddress } from './router-address.js';

// The entry of the process that imports a router; see RouterChild.

// What fails beside the import, such as a connection to a database that is not there, says nothing of the router.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
});

const messages: readonly unknown[] = await once(process, 'message');
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The other process is of this package, and says nothing else.
const report = await createReport(messages[0] as RouterAddress);
// Sockets and timers that the application has opened would keep the process alive for ever.
process.send?.(report, () => process.exit(0));
