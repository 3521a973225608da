import { CLOSE_CODES } from '@trunkline/protocol';
import type { AddressTable } from '../admission/address-table.js';
import { decideAdmission } from '../admission/decide-admission.js';
import type { OriginPolicy } from '../admission/origin.js';
import { readUpgrade } from '../admission/read-upgrade.js';
import type { Connection } from '../connection/connection.js';
import type { ConnectionParts } from '../connection/connection-parts.js';
import { nativeDialect } from '../dialect/native-dialect.js';
import { stockDialect } from '../dialect/stock-dialect.js';
import { AcceptedSocket, type SocketService } from './accepted-socket.js';
import type { SocketEvents } from './socket-port.js';
import type { AcceptSocket } from './upgrader.js';
import { listenToWsSocket, WsSocket } from './ws-socket.js';

/** What takes over sockets. */
export interface AcceptService extends SocketService {
  admission(): { readonly origins: OriginPolicy; readonly isClosing: boolean };
  /** A socket was closed before there was a connection. */
  refused(peerAddress: string | undefined, code: number, reason: string): void;
  open(parts: ConnectionParts): Connection;
}

/** From an open socket to a connection, or to its close where the peer may not have one. */
export function createAcceptSocket(service: AcceptService): AcceptSocket {
  const { addresses } = service;
  return (webSocket, request) => {
    // Who hands sockets out later may hand out one that is closed by now, and nothing would ever take that out again.
    if (webSocket.readyState === webSocket.CLOSED) return;
    const socket = new WsSocket(webSocket);
    const name = addresses.nameFor(request);
    const room = addresses.roomUnder(name);
    addresses.enter(name);
    const refuse = (code: number, reason: string): void => {
      listenToWsSocket(webSocket, new RefusedSocket(addresses, name));
      // So many sockets of this address are open that even a close in good form costs too much.
      if (room === 'crowded') webSocket.terminate();
      else socket.close(code, reason);
      service.refused(addresses.shownAddress(name, request.socket), code, reason);
    };
    if (room === 'crowded') return refuse(1006, 'cut off: too many sockets of one address');
    const upgrade = readUpgrade(request);
    if (upgrade === undefined) return refuse(NO_URL.code, NO_URL.reason);
    const limits = { maxConnectionsPerAddress: addresses.maxPerAddress, isFull: room === 'full' };
    const admission = decideAdmission(upgrade, request, { ...service.admission(), ...limits });
    if (admission.name === 'closed') return refuse(admission.code, admission.reason);
    const isNative = admission.dialect === 'native';
    const accepted = new AcceptedSocket(service, socket, {
      dialect: isNative ? nativeDialect : stockDialect,
      greets: isNative || upgrade.hasConnectionParams,
      request,
      url: upgrade.url,
      name,
    });
    const connection = service.open(accepted);
    accepted.serve(connection);
    listenToWsSocket(webSocket, connection);
    connection.open();
  };
}

const NO_URL: { readonly code: number; readonly reason: string } = {
  code: CLOSE_CODES.protocolViolated.code,
  reason: 'the path and Host of the upgrade make no URL',
};

/** A socket that is only closed: it counts until it is gone, and a bad frame on it must not be an uncaught error. */
class RefusedSocket implements SocketEvents {
  readonly #addresses: AddressTable;
  readonly #name: string | undefined;

  constructor(addresses: AddressTable, name: string | undefined) {
    this.#addresses = addresses;
    this.#name = name;
  }

  message(): void {
    // Nothing that such a peer says is heard.
  }

  binary(): void {
    // As a message.
  }

  pong(): void {
    // As a message.
  }

  pinged(): void {
    // As a message.
  }

  closed(): void {
    this.#addresses.leave(this.#name);
  }
}
