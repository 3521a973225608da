import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { type ContractOptions, createServer, type TrunklineServer } from '@trunkline/server';
import { appRouter, type Context } from './router/index.js';

export type Services = Omit<Context, 'caller'>;

/** Carries the router over WebSockets on `/rpc` of an HTTP server. */
export function serveRpc(httpServer: Server, services: Services): TrunklineServer {
  const rpc = createServer({
    router: appRouter,
    contract: readContract(),
    createContext: ({ req, info }) => ({
      ...services,
      caller: nameCaller(info.connectionParams?.['name'], req.socket.remoteAddress),
    }),
  });
  rpc.attach(httpServer, { path: '/rpc' });
  return rpc;
}

/** The name that the client gave when connecting, else its address. */
export function nameCaller(name: string | undefined, address: string | undefined): string {
  const given = name?.trim().slice(0, 80);
  return given || `somebody at ${address ?? 'an unknown address'}`;
}

/** What the page was generated from: an older page is told so, procedure by procedure, and `rpc.discover` is answered. */
function readContract(): ContractOptions {
  const load: (name: string) => unknown = createRequire(import.meta.url);
  const contract = {
    compatibility: load('@trunkline/pulse-client/compatibility.json'),
    discover: load('@trunkline/pulse-client/docs/openrpc.json'),
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `createServer` checks the form of both.
  return contract as ContractOptions;
}
