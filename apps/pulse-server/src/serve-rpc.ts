import type { Server } from 'node:http';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { WebSocketServer } from 'ws';
import { appRouter, type Context } from './router/index.js';

export type Services = Omit<Context, 'caller'>;
export type RpcServer = { readonly close: () => Promise<void> };

/** Carries the router over WebSockets on `/rpc` of an HTTP server. */
export function serveRpc(httpServer: Server, services: Services): RpcServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 * 1024 });
  httpServer.on('upgrade', (request, socket, head) => {
    if (request.url?.split('?')[0] === '/rpc')
      sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
    else socket.destroy();
  });
  applyWSSHandler({
    wss: sockets,
    router: appRouter,
    createContext: ({ req, info }): Context => ({
      ...services,
      caller: nameCaller(info.connectionParams?.['name'], req.socket.remoteAddress),
    }),
  });
  return {
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.close(1001);
        sockets.close(() => resolve());
      }),
  };
}

/** The name that the client gave when connecting, else its address. */
export function nameCaller(name: string | undefined, address: string | undefined): string {
  const given = name?.trim().slice(0, 80);
  return given || `somebody at ${address ?? 'an unknown address'}`;
}
