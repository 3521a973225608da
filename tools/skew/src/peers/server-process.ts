// Serves the routers with the server library that it is told. `/cut` cuts every socket, `/drain` lets one server stop and
// another take its place on the same port, as a deployment does.
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { Socket } from 'node:net';
import type * as Library from '@trunkline/server';
import { SKEW_CONTRACT } from './skew-contract.js';
import { createSkewRouter, PAYLOADS, type Payload } from './skew-router.js';

const [moduleUrl = ''] = process.argv.slice(2);
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The packed library has no types here; its names are these.
const { createServer } = (await import(moduleUrl)) as typeof Library;

const sockets = new Set<Socket>();
const routers = { plain: createSkewRouter('plain'), superjson: createSkewRouter('superjson') };
const http = createHttpServer((request, response) => {
  if (request.url === '/cut') for (const socket of sockets) if (socket !== request.socket) socket.destroy();
  if (request.url === '/drain') drain();
  response.setHeader('connection', 'close').end();
});
http.on('connection', (socket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
});
let serving = PAYLOADS.map(serve);
http.listen(0, '127.0.0.1');
await once(http, 'listening');
process.on('disconnect', () => process.exit());
process.send?.(http.address());

function serve(payload: Payload) {
  const server = createServer({
    router: routers[payload],
    createContext: ({ info }) => ({ token: info.connectionParams?.['token'] ?? null }),
    onError: () => undefined,
    contract: { compatibility: SKEW_CONTRACT },
  });
  server.attach(http, { path: `/${payload}` });
  return server;
}

function drain(): void {
  const stopping = serving;
  for (const server of stopping) void server.close({ timeoutMs: 3000 });
  serving = PAYLOADS.map(serve);
}
