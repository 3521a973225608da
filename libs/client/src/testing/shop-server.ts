import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { TRPCError } from '@trpc/server';
import { applyWSSHandler, type CreateWSSContextFnOptions } from '@trpc/server/adapters/ws';
import { createServer as createTrunklineServer } from '@trunkline/server';
import { WebSocketServer } from 'ws';
import { createShop, type ShopContext, ShopLog } from './shop.js';

/** A shop that is served, and that can go away and come back at the same address. */
export interface ShopServer {
  readonly log: ShopLog;
  readonly url: string;
  /** Cuts every connection without a closing handshake. */
  cut(): void;
  /** Keeps every connection open and reads nothing more, as a network that has lost its way would. */
  freeze(): void;
  stop(): Promise<void>;
}

/** Serves a shop over our server, which speaks both dialects. */
export function startTrunklineShop(port = 0): Promise<ShopServer> {
  const log = new ShopLog();
  const http = createServer();
  const server = createTrunklineServer({ router: createShop(log), createContext: contextOf, onError: () => undefined });
  server.attach(http, { path: '/rpc' });
  return listen(http, log, port, () => server.close({ timeoutMs: 0 }));
}

/** Serves a shop over tRPC's own adapter. */
export function startStockShop(port = 0): Promise<ShopServer> {
  const log = new ShopLog();
  const http = createServer();
  const wss = new WebSocketServer({ server: http, path: '/rpc' });
  applyWSSHandler({ wss, router: createShop(log), createContext: contextOf });
  return listen(http, log, port, async () => {
    for (const socket of wss.clients) socket.terminate();
    wss.close();
  });
}

function contextOf({
  info,
}: {
  info: { connectionParams: CreateWSSContextFnOptions['info']['connectionParams'] };
}): ShopContext {
  const token = info.connectionParams?.['token'];
  if (token === 'stolen') throw new TRPCError({ code: 'UNAUTHORIZED', message: 'The token is stolen.' });
  return { token };
}

async function listen(http: HttpServer, log: ShopLog, port: number, close: () => Promise<void>): Promise<ShopServer> {
  const streams = new Set<Socket>();
  http.on('connection', (stream) => {
    streams.add(stream);
    stream.on('close', () => streams.delete(stream));
  });
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  const { port: actualPort } = http.address() as AddressInfo;
  const cut = (): void => {
    for (const stream of streams) stream.destroy();
  };
  return {
    log,
    url: `ws://127.0.0.1:${actualPort}/rpc`,
    cut,
    freeze() {
      for (const stream of streams) stream.pause();
    },
    async stop() {
      const closed = once(http, 'close');
      http.close();
      await close();
      cut();
      await closed;
    },
  };
}
