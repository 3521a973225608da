import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Hello } from '@trunkline/protocol';
import type { AddressTable } from '../admission/address-table.js';
import { peerAddress } from '../admission/peer-address.js';
import type { Connection } from '../connection/connection.js';
import type { ConnectionParts } from '../connection/connection-parts.js';
import type { ServerDialect } from '../dialect/server-dialect.js';
import type { ContextFactory } from '../router/context-factory.js';
import type { WsSocket } from './ws-socket.js';

/** What all sockets of a server share. */
export interface SocketService {
  readonly contexts: Pick<ContextFactory, 'create'>;
  readonly addresses: AddressTable;
  /** Whether somebody asks for the upgrade request of a connection after its first context. */
  readonly keepsRequests: boolean;
  /** A connection is gone for good. */
  closed(connection: Connection): void;
}

/** What is known of a socket when it is taken over. */
export interface AcceptedHead {
  readonly dialect: ServerDialect;
  readonly greets: boolean;
  readonly request: IncomingMessage;
  readonly url: URL;
  /** The name that the socket is counted under, where it is. */
  readonly name: string | undefined;
}

/**
 * A socket with what its connection has to know of it. A server holds tens of thousands of idle ones, so it lets go of the
 * upgrade request, which is as large as all the rest, as soon as nobody can ask for it any more.
 */
export class AcceptedSocket implements ConnectionParts {
  readonly socket: WsSocket;
  readonly dialect: ServerDialect;
  readonly greets: boolean;
  readonly #service: SocketService;
  readonly #stream: Socket;
  readonly #name: string | undefined;
  #request: IncomingMessage | undefined;
  // Its text, because a URL is many times as large.
  #href: string;
  #connection: Connection | undefined;

  constructor(service: SocketService, socket: WsSocket, { dialect, greets, request, url, name }: AcceptedHead) {
    this.socket = socket;
    this.dialect = dialect;
    this.greets = greets;
    this.#service = service;
    this.#stream = request.socket;
    this.#name = name;
    this.#request = request;
    this.#href = url.href;
  }

  get request(): IncomingMessage | undefined {
    return this.#request;
  }

  get address(): string {
    return this.#name ?? peerAddress({ socket: this.#stream });
  }

  get peerAddress(): string | undefined {
    return this.#service.addresses.shownAddress(this.#name, this.#stream);
  }

  createContext(connectionParams: Hello['connectionParams'], abortion: { readonly signal: AbortSignal }): unknown {
    const req = this.#request;
    if (req === undefined) throw new Error('A context was to be made after the upgrade request was let go.');
    const source = { req, res: this.socket.webSocket, url: new URL(this.#href) };
    return this.#service.contexts.create(source, connectionParams, abortion);
  }

  hasContext(): void {
    if (this.#service.keepsRequests) return;
    this.#request = undefined;
    this.#href = '';
  }

  /** Belongs to a connection from now on. */
  serve(connection: Connection): void {
    this.#connection = connection;
  }

  onClosed(): void {
    this.#service.addresses.leave(this.#name);
    if (this.#connection !== undefined) this.#service.closed(this.#connection);
  }
}
