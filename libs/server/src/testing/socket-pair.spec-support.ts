import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from '@jest/globals';
import { type ServerOptions, WebSocket, WebSocketServer } from 'ws';

/** Two ends of one real WebSocket. */
export interface SocketPair {
  readonly server: WebSocket;
  readonly client: WebSocket;
  /** What the client received so far. */
  readonly received: readonly string[];
  readonly request: IncomingMessage;
}

export interface SocketPairOptions {
  readonly server?: Omit<ServerOptions, 'server' | 'noServer'>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: string;
  readonly subprotocols?: readonly string[];
}

/** Makes pairs of sockets, and closes them after each test. */
export function useSocketPairs(): (options?: SocketPairOptions) => Promise<SocketPair> {
  const closers: (() => void)[] = [];
  afterEach(() => {
    for (const close of closers.splice(0).toReversed()) close();
  });
  return async ({ server: serverOptions, headers = {}, path = '/', subprotocols = [] } = {}) => {
    const httpServer = createServer();
    const webSockets = new WebSocketServer({ ...serverOptions, server: httpServer });
    httpServer.listen(0, '127.0.0.1');
    await once(httpServer, 'listening');
    const { port } = httpServer.address() as AddressInfo;
    const connected = new Promise<[WebSocket, IncomingMessage]>((resolve) => {
      webSockets.on('connection', (socket, request) => resolve([socket, request]));
    });
    const client = new WebSocket(`ws://127.0.0.1:${port}${path}`, [...subprotocols], { headers });
    const received: string[] = [];
    client.on('message', (data: Buffer) => received.push(data.toString()));
    await once(client, 'open');
    const [server, request] = await connected;
    closers.push(() => {
      client.terminate();
      server.terminate();
      webSockets.close();
      httpServer.close();
    });
    return { server, client, received, request };
  };
}
