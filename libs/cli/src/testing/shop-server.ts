import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { TRPCError } from '@trpc/server';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { type ContractOptions, createServer as createTrunklineServer } from '@trunkline/server';
import { WebSocketServer } from 'ws';
import { createRichShop, createShop, type ShopContext, ShopLog } from './shop.js';

/** A shop that is served. */
export interface ShopServer {
  readonly url: string;
  readonly log: ShopLog;
  /** Cuts every connection without a closing handshake. */
  cut(): void;
  stop(): Promise<void>;
}

export interface ShopOptions {
  /** Whether it is the one with superjson. */
  readonly isRich?: boolean;
  readonly contract?: ContractOptions;
}

/** Serves a shop over our server. */
export function startShop({ isRich = false, contract }: ShopOptions = {}): Promise<ShopServer> {
  const log = new ShopLog();
  const http = createServer();
  const options = { createContext: contextOf, onError: () => undefined, contract };
  const server = isRich
    ? createTrunklineServer({ router: createRichShop(), ...options })
    : createTrunklineServer({ router: createShop(log), ...options });
  server.attach(http, { path: '/rpc' });
  return listen(http, log, () => server.close({ timeoutMs: 0 }));
}

/** Serves a shop over tRPC's own adapter. */
export function startStockShop({ isRich = false }: ShopOptions = {}): Promise<ShopServer> {
  const log = new ShopLog();
  const http = createServer();
  const wss = new WebSocketServer({ server: http, path: '/rpc' });
  if (isRich) applyWSSHandler({ wss, router: createRichShop(), createContext: contextOf });
  else applyWSSHandler({ wss, router: createShop(log), createContext: contextOf });
  return listen(http, log, async () => {
    for (const socket of wss.clients) socket.terminate();
    wss.close();
  });
}

interface ContextSource {
  readonly req: { readonly headers: Readonly<Record<string, string | string[] | undefined>> };
  readonly info: { readonly connectionParams: Readonly<Record<string, string | undefined>> | null };
}

function contextOf({ req, info }: ContextSource): ShopContext {
  const token = info.connectionParams?.['token'];
  if (token === 'stolen') throw new TRPCError({ code: 'UNAUTHORIZED', message: 'The token is stolen.' });
  const trace = req.headers['x-trace'];
  return { token, trace: typeof trace === 'string' ? trace : undefined };
}

async function listen(http: Server, log: ShopLog, close: () => Promise<void>): Promise<ShopServer> {
  const streams = new Set<Socket>();
  http.on('connection', (stream) => {
    streams.add(stream);
    stream.on('close', () => streams.delete(stream));
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  const cut = (): void => {
    for (const stream of streams) stream.destroy();
  };
  return {
    url: `ws://127.0.0.1:${address.port}/rpc`,
    log,
    cut,
    async stop() {
      const closed = once(http, 'close');
      http.close();
      await close();
      cut();
      await closed;
    },
  };
}
