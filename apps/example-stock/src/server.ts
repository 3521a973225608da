import { createServer as createHttpServer, type Server } from 'node:http';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { WebSocketServer } from 'ws';
import { createContext } from './context.js';
import { appRouter } from './router.js';

/** The application's server: plain HTTP, and tRPC on the same port. */
export function createAppServer(): Server {
  const server = createHttpServer((_request, response) => response.end('ok\n'));
  applyWSSHandler({ wss: new WebSocketServer({ server }), router: appRouter, createContext });
  return server;
}
