import type { IncomingMessage } from 'node:http';
import { CLOSE_CODES } from '@trunkline/protocol';
import type { WebSocket } from 'ws';
import type { AddressTable } from '../admission/address-table.js';
import { decideAdmission } from '../admission/decide-admission.js';
import type { OriginPolicy } from '../admission/origin.js';
import { readUpgrade } from '../admission/read-upgrade.js';
import type { Connection } from '../connection/connection.js';
import type { ConnectionParts } from '../connection/connection-parts.js';
import { nativeDialect } from '../dialect/native-dialect.js';
import { stockDialect } from '../dialect/stock-dialect.js';
import type { ContextFactory } from '../router/context-factory.js';
import type { SocketPort } from './socket-port.js';
import type { AcceptSocket } from './upgrader.js';
import { listenToWsSocket, WsSocket } from './ws-socket.js';

/** What takes over sockets. */
export interface AcceptService {
  readonly contexts: ContextFactory;
  readonly addresses: AddressTable;
  admission(): { readonly origins: OriginPolicy; readonly isClosing: boolean };
  /** A socket was closed before there was a connection. */
  refused(request: IncomingMessage, code: number, reason: string): void;
  open(parts: Omit<ConnectionParts, 'onClosed'>): Connection;
}

/** From an open socket to a connection, or to its close where the peer may not have one. */
export function createAcceptSocket(service: AcceptService): AcceptSocket {
  return (webSocket, request) => {
    // Who hands sockets out later may hand out one that is closed by now, and nothing would ever take that out again.
    if (webSocket.readyState === webSocket.CLOSED) return;
    const socket = new WsSocket(webSocket);
    const room = service.addresses.roomFor(request);
    webSocket.once('close', service.addresses.enter(request));
    // So many sockets of this address are open that even a close in good form costs too much.
    if (room === 'crowded') {
      cut(webSocket);
      return service.refused(request, 1006, 'cut off: too many sockets of one address');
    }
    const upgrade = readUpgrade(request);
    const limits = { maxConnectionsPerAddress: service.addresses.maxPerAddress, isFull: room === 'full' };
    const admission = upgrade && decideAdmission(upgrade, request, { ...service.admission(), ...limits });
    const turnAway = ({ code, reason }: typeof NO_URL): void => {
      refuse(webSocket, socket, code, reason);
      service.refused(request, code, reason);
    };
    if (upgrade === undefined || admission === undefined) return turnAway(NO_URL);
    if (admission.name === 'closed') return turnAway(admission);
    const isNative = admission.dialect === 'native';
    const source = { req: request, res: webSocket, url: upgrade.url };
    const connection = service.open({
      socket,
      request,
      dialect: isNative ? nativeDialect : stockDialect,
      greets: isNative || upgrade.hasConnectionParams,
      createContext: (connectionParams, abortion) => service.contexts.create(source, connectionParams, abortion),
    });
    listenToWsSocket(webSocket, connection);
    connection.open();
  };
}

function cut(webSocket: WebSocket): void {
  listenToWsSocket(webSocket, IGNORED_EVENTS);
  webSocket.terminate();
}

const NO_URL: { readonly code: number; readonly reason: string } = {
  code: CLOSE_CODES.protocolViolated.code,
  reason: 'the path and Host of the upgrade make no URL',
};

function refuse(webSocket: WebSocket, socket: SocketPort, code: number, reason: string): void {
  listenToWsSocket(webSocket, IGNORED_EVENTS);
  socket.close(code, reason);
}

// A socket that is only closed still needs its listeners: a bad frame on it would otherwise be an uncaught error.
const IGNORED_EVENTS = {
  message: () => undefined,
  binary: () => undefined,
  pong: () => undefined,
  pinged: () => undefined,
  closed: () => undefined,
};
