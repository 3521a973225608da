import { once } from 'node:events';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type AnyTRPCRouter, TRPCError } from '@trpc/server';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { createServer } from '@trunkline/server';
import { WebSocketServer } from 'ws';
import type { InteropLog } from './interop-log.js';
import type { InteropContext } from './interop-trpc.js';

/** Whose server: ours, or `applyWSSHandler`. */
export type ServerKind = 'our server' | 'applyWSSHandler';

/** A server that can go away and come back at the same address. */
export interface InteropServer {
  readonly url: string;
  readonly port: number;
  readonly connectionCount: number;
  /** Cuts every connection without a closing handshake. */
  cut(): void;
  /** Asks every client to connect anew, as tRPC's own server can. */
  notifyOfReconnect(): void;
  /** Closes as the owner of such a server would: the port first, then every connection with a closing handshake. */
  close(): Promise<void>;
  /** Ends all at once. */
  stop(): Promise<void>;
}

export interface InteropServerOptions {
  readonly kind: ServerKind;
  readonly router: AnyTRPCRouter;
  readonly log: InteropLog;
  /** @default a free one */
  readonly port?: number | undefined;
}

export async function startInteropServer({
  kind,
  router,
  log,
  port = 0,
}: InteropServerOptions): Promise<InteropServer> {
  const http = createHttpServer();
  const serve = kind === 'our server' ? serveOurs : serveStock;
  const parts = serve(http, router, log);
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
  const end = async (close: () => Promise<void>): Promise<void> => {
    if (!http.listening) return cut();
    const closed = once(http, 'close');
    http.close();
    await close();
    cut();
    await closed;
  };
  return {
    url: `ws://127.0.0.1:${actualPort}/rpc`,
    port: actualPort,
    get connectionCount() {
      return streams.size;
    },
    cut,
    notifyOfReconnect: parts.notifyOfReconnect,
    close: () => end(parts.close),
    stop: () => end(parts.stop),
  };
}

type Parts = Pick<InteropServer, 'notifyOfReconnect' | 'close' | 'stop'>;

function serveOurs(http: HttpServer, router: AnyTRPCRouter, log: InteropLog): Parts {
  const server = createServer({
    router,
    createContext: ({ info }) => createContext(log, info.connectionParams),
    onError: ({ error }) => recordError(log, error),
  });
  server.attach(http, { path: '/rpc' });
  return {
    notifyOfReconnect() {
      throw new Error('Our server has no notice of its own for tRPC clients.');
    },
    close: () => server.close({ timeoutMs: 200 }),
    stop: () => server.close({ timeoutMs: 0 }),
  };
}

function serveStock(http: HttpServer, router: AnyTRPCRouter, log: InteropLog): Parts {
  const wss = new WebSocketServer({ server: http, path: '/rpc' });
  const handler = applyWSSHandler({
    wss,
    router,
    createContext: ({ info }) => createContext(log, info.connectionParams),
    onError: ({ error }) => recordError(log, error),
  });
  return {
    notifyOfReconnect: () => handler.broadcastReconnectNotification(),
    async close() {
      const closed = [...wss.clients].map((socket) => once(socket, 'close'));
      for (const socket of wss.clients) socket.close();
      await Promise.all(closed);
    },
    async stop() {
      for (const socket of wss.clients) socket.terminate();
    },
  };
}

function createContext(log: InteropLog, params: Readonly<Record<string, string | undefined>> | null): InteropContext {
  log.contextCount += 1;
  const token = params?.['token'];
  if (token === 'stolen') throw new TRPCError({ code: 'UNAUTHORIZED', message: 'The token is stolen.' });
  return { token };
}

function recordError(log: InteropLog, error: Error): void {
  log.errors.push({ message: error.message, isTRPCError: error instanceof TRPCError });
}
