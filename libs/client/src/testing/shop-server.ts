import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { TRPCError } from '@trpc/server';
import { applyWSSHandler, type CreateWSSContextFnOptions } from '@trpc/server/adapters/ws';
import { type ContractOptions, createServer as createTrunklineServer } from '@trunkline/server';
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
  /** Bytes read from all connections that are open. */
  readBytes(): number;
  /** Stops as a server does that is asked to leave: what runs may finish. */
  leave(): Promise<void>;
}

/** Serves a shop over our server, which speaks both dialects. @param contract what generated clients are held to. */
export function startTrunklineShop(port = 0, contract?: ContractOptions): Promise<ShopServer> {
  const log = new ShopLog();
  const http = createServer();
  const server = createTrunklineServer({
    router: createShop(log),
    createContext: contextOf,
    onError: () => undefined,
    contract,
  });
  server.attach(http, { path: '/rpc' });
  return listen(http, log, port, (timeoutMs) => server.close({ timeoutMs }));
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

async function listen(
  http: HttpServer,
  log: ShopLog,
  port: number,
  close: (timeoutMs: number) => Promise<void>,
): Promise<ShopServer> {
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
  const end = async (timeoutMs: number): Promise<void> => {
    if (!http.listening) return;
    const closed = once(http, 'close');
    http.close();
    await close(timeoutMs);
    cut();
    await closed;
  };
  return {
    log,
    url: `ws://127.0.0.1:${actualPort}/rpc`,
    cut,
    readBytes: () => [...streams].reduce((sum, { bytesRead }) => sum + bytesRead, 0),
    freeze() {
      for (const stream of streams) stream.pause();
    },
    stop: () => end(0),
    leave: () => end(2000),
  };
}
