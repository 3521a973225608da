import { once } from 'node:events';
import { createReport } from './create-report.js';
import type { RouterAddress } from './router-address.js';

// The entry of the process that imports a router; see RouterChild.

// What fails beside the import, such as a connection to a database that is not there, says nothing of the router.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
});

// The other process is of this package, and says nothing else.
const [address] = (await once(process, 'message')) as [RouterAddress];
const report = await createReport(address);
// Sockets and timers that the application has opened would keep the process alive for ever.
process.send?.(report, () => process.exit(0));
