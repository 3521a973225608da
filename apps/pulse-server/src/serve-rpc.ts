import type { Server } from 'node:http';
import { createServer, type TrunklineServer } from '@trunkline/server';
import { appRouter, type Context } from './router/index.js';

export type Services = Omit<Context, 'caller'>;

/** Carries the router over WebSockets on `/rpc` of an HTTP server. */
export function serveRpc(httpServer: Server, services: Services): TrunklineServer {
  const rpc = createServer({
    router: appRouter,
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
