import { once } from 'node:events';
import { WebSocket, WebSocketServer } from 'ws';
import { textOf } from './scripted-peer.js';

/** What becomes of a message on its way: the texts to deliver in its place, in order; none to swallow it. */
export type MessageTransform = (text: string) => readonly string[];

/** Where a message proxy leads to, and what it does to messages. */
export interface MessageProxyOptions {
  /** The address of the real server; read anew for each connection. */
  readonly target: string;
  /** @default delivers as it is */
  readonly toServer?: MessageTransform | undefined;
  /** @default delivers as it is */
  readonly toClient?: MessageTransform | undefined;
}

/** A proxy that sees messages instead of bytes, and may lie: for tests of who must notice. */
export interface MessageProxy {
  readonly url: string;
  /** Cuts every connection. */
  cut(): void;
  /** Cuts what is open and stops listening. */
  close(): Promise<void>;
}

/** Opens a message proxy on a free port of 127.0.0.1. */
export async function createMessageProxy(options: MessageProxyOptions): Promise<MessageProxy> {
  const wss = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    handleProtocols: (offered) => [...offered][0] ?? false,
  });
  const servers = new Set<WebSocket>();
  wss.on('connection', (client) => {
    const server = new WebSocket(options.target, client.protocol === '' ? [] : [client.protocol]);
    servers.add(server);
    server.once('close', () => servers.delete(server));
    relay(client, server, options.toServer ?? asItIs);
    relay(server, client, options.toClient ?? asItIs);
  });
  await once(wss, 'listening');
  const address = wss.address();
  if (address === null || typeof address === 'string') throw new Error('A message proxy listens on a port.');
  const cut = (): void => {
    for (const socket of [...wss.clients, ...servers]) socket.terminate();
  };
  return {
    url: `ws://127.0.0.1:${address.port}`,
    cut,
    async close() {
      const closed = new Promise((resolve) => {
        wss.close(resolve);
      });
      cut();
      await closed;
    },
  };
}

const asItIs: MessageTransform = (text) => [text];

function relay(from: WebSocket, to: WebSocket, transform: MessageTransform): void {
  const early: string[] = [];
  from.on('message', (data) => {
    for (const text of transform(textOf(data))) {
      if (to.readyState === WebSocket.CONNECTING) early.push(text);
      else if (to.readyState === WebSocket.OPEN) to.send(text);
    }
  });
  to.once('open', () => {
    for (const text of early.splice(0)) to.send(text);
  });
  from.on('error', () => undefined);
  // 1005 and 1006 stand for a close without a code and for none at all; neither may be sent.
  from.once('close', (code, reason) => {
    if (code >= 3000 || code === 1000) to.close(code, reason);
    else to.terminate();
  });
}
