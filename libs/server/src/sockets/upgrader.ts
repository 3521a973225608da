import { type Server as HttpServer, type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import type { Duplex } from 'node:stream';
import { CLOSE_CODES } from '@trunkline/protocol';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AddressTable } from '../admission/address-table.js';
import { chooseDialect, readUpgrade, selectSubprotocol } from '../admission/read-upgrade.js';

/** Takes over a socket whose handshake is complete. Never throws. */
export type AcceptSocket = (webSocket: WebSocket, request: IncomingMessage) => void;

/** Stops taking sockets from a server. Those that are open stay open. */
export type Detach = () => void;

/** Whatever hands out sockets: an http or https server, or a `WebSocketServer` that the application made. */
export type AttachTarget = HttpServer | HttpsServer | WebSocketServer;

export interface UpgraderOptions {
  readonly maxMessageBytes: number;
  readonly compression: boolean;
  /** Knows which peers have as many sockets as they may. */
  readonly addresses: Pick<AddressTable, 'roomFor' | 'maxPerAddress'>;
  /** An upgrade was answered with this status of HTTP instead of a socket. */
  refused(request: IncomingMessage, status: number, reason: string): void;
}

/** Takes sockets from servers that the application owns. */
export class Upgrader {
  readonly #webSockets: WebSocketServer;
  readonly #accept: AcceptSocket;
  readonly #addresses: UpgraderOptions['addresses'];
  readonly #refused: UpgraderOptions['refused'];

  constructor(options: UpgraderOptions, accept: AcceptSocket) {
    this.#accept = accept;
    this.#addresses = options.addresses;
    this.#refused = (request, status, reason) => options.refused(request, status, reason);
    this.#webSockets = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      maxPayload: options.maxMessageBytes,
      perMessageDeflate: options.compression,
      handleProtocols: (offered) => selectSubprotocol([...offered]) ?? false,
    });
  }

  /** @param path the only path served; undefined serves every path. */
  attach(target: AttachTarget, path: string | undefined): Detach {
    return target instanceof WebSocketServer ? this.#attachToSockets(target, path) : this.#attachToHttp(target, path);
  }

  // The handshake is complete by now, so a socket on another path can only be closed, not refused.
  #attachToSockets(target: WebSocketServer, path: string | undefined): Detach {
    const onConnection = (webSocket: WebSocket, request: IncomingMessage): void => {
      if (isServed(request, path)) {
        takenRequests.add(request);
        return this.#accept(webSocket, request);
      }
      // Whoever else serves this path has listeners of its own; without any, a bad frame would end the process.
      webSocket.on('error', () => undefined);
      if (isUnclaimed(request, onConnection, target.listeners('connection'))) {
        webSocket.close(CLOSE_CODES.protocolViolated.code, 'this path is not served');
      }
    };
    ownListeners.add(onConnection);
    target.on('connection', onConnection);
    return () => target.off('connection', onConnection);
  }

  #attachToHttp(target: HttpServer | HttpsServer, path: string | undefined): Detach {
    const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
      if (isServed(request, path)) {
        takenRequests.add(request);
        if (!this.#mayOpen(request)) return this.#refuseCrowd(request, socket);
        return this.#webSockets.handleUpgrade(request, socket, head, (webSocket) => this.#accept(webSocket, request));
      }
      // Who asks for what is not there may also go away early, which without a listener would end the process.
      socket.on('error', () => socket.destroy());
      // Somebody else may serve this path on the same server; when nobody does, silence would leave the peer hanging.
      if (isUnclaimed(request, onUpgrade, target.listeners('upgrade'))) this.#refuseStranger(request, socket, path);
    };
    ownListeners.add(onUpgrade);
    target.on('upgrade', onUpgrade);
    return () => target.off('upgrade', onUpgrade);
  }

  // A native client is told by a close code, as long as that can be afforded; a stock one understands no code.
  #mayOpen(request: IncomingMessage): boolean {
    const room = this.#addresses.roomFor(request);
    if (room === 'free') return true;
    return room === 'full' && chooseDialect(readUpgrade(request)?.subprotocols ?? []) !== 'stock';
  }

  #refuseCrowd(request: IncomingMessage, socket: Duplex): void {
    socket.on('error', () => socket.destroy());
    const limit = `${this.#addresses.maxPerAddress} connections (option maxConnectionsPerAddress)`;
    this.#refuse(request, socket, 429, `This address has its ${limit}.`);
  }

  #refuseStranger(request: IncomingMessage, socket: Duplex, path: string | undefined): void {
    if (readUpgrade(request) !== undefined) this.#refuse(request, socket, 404, `WebSockets are served at ${path}.`);
    else this.#refuse(request, socket, 400, 'The path and Host of this request make no URL.');
  }

  #refuse(request: IncomingMessage, socket: Duplex, status: number, reason: string): void {
    endWithStatus(socket, status, `${reason}\n`);
    this.#refused(request, status, reason);
  }
}

// Several servers may be attached to one target, each for a path of its own: these tell our listeners from those of the
// application, and what one of them has taken from what is left.
const ownListeners = new WeakSet<object>();
const takenRequests = new WeakSet<IncomingMessage>();

/** Whether nobody serves this request: all who listen are ours, this is the last of them, and none has taken it. */
function isUnclaimed(request: IncomingMessage, listener: object, listeners: readonly object[]): boolean {
  return (
    listeners.at(-1) === listener && listeners.every((each) => ownListeners.has(each)) && !takenRequests.has(request)
  );
}

function isServed(request: IncomingMessage, path: string | undefined): boolean {
  const upgrade = readUpgrade(request);
  return upgrade !== undefined && (path === undefined || upgrade.url.pathname === path);
}

function endWithStatus(socket: Duplex, status: number, message: string): void {
  const headers = `Connection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${message.length}`;
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${headers}\r\n\r\n${message}`);
}
