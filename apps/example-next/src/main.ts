import { createServer as createHttpServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createServer } from '@trunkline/server';
import createNextServer from 'next';
import { appRouter } from './router.js';

// Next.js reports how it is used unless it is told not to.
process.env['NEXT_TELEMETRY_DISABLED'] ??= '1';

const port = Number(process.env['PORT'] ?? 3000);
const dev = process.env['NODE_ENV'] !== 'production';
const pages = createNextServer({ dev, dir: fileURLToPath(new URL('..', import.meta.url)), port });
await pages.prepare();
const handle = pages.getRequestHandler();

const server = createHttpServer((request, response) => void handle(request, response));
const rpc = createServer({ router: appRouter });
rpc.attach(server, { path: '/rpc' });

server.listen(port, () => {
  const address = server.address();
  console.log(`Next.js is at http://localhost:${typeof address === 'object' ? address?.port : address}/`);
});

process.once('SIGTERM', () => {
  server.close();
  void rpc.close().then(() => process.exit(0));
});
