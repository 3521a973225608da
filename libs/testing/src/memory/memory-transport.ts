import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { giveWay } from '../clock.js';
import { MemoryChannel } from './memory-channel.js';
import { MemoryServerSocket } from './memory-server-socket.js';
import { MemoryWebSocket } from './memory-web-socket.js';

/** What takes sockets: a server made by `createServer`. */
export interface MemoryServer {
  readonly accept: (webSocket: never, request: never) => void;
}

/** How sockets are made. */
export interface MemoryTransportOptions {
  /** Headers of each upgrade, in lower case, such as `cookie`. @default none but those of a handshake */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A network between clients and a server of one process: no ports, no latency, and faults on demand. */
export interface MemoryTransport {
  /** An address for a client's option `url`; any other will do. */
  readonly url: string;
  /** For a client's option `WebSocket`. */
  readonly WebSocket: new (
    url: string,
    protocols?: string | string[],
  ) => MemoryWebSocket;
  /** How many sockets are open. */
  readonly connectionCount: number;
  /** Hands new sockets to this server, in place of the one before. @returns what ends that, which leaves sockets open. */
  serve(server: MemoryServer): () => void;
  /** Cuts every socket, as a network does: both ends see a close with 1006, and what was under way is lost. */
  cut(): void;
  /** Delivers nothing, new handshakes included, until `thaw`: to both ends the other one is silent. */
  freeze(): void;
  thaw(): void;
  /** Lets every attempt to connect fail until `admit`. */
  refuse(): void;
  admit(): void;
  /** Resolves when nothing is under way any more, and nobody answers what arrived. Time does not move by that. */
  settled(): Promise<void>;
}

/** Makes a transport for tests of a router together with its clients. */
export function createMemoryTransport(options: MemoryTransportOptions = {}): MemoryTransport {
  return new MemoryNetwork(options);
}

interface Link {
  readonly client: MemoryWebSocket;
  readonly server: MemoryServerSocket;
  readonly channels: readonly MemoryChannel[];
}

const FROZEN = 'frozen';

class MemoryNetwork implements MemoryTransport {
  readonly url = 'ws://memory/';
  readonly WebSocket: MemoryTransport['WebSocket'];
  readonly #headers: Readonly<Record<string, string>>;
  readonly #links = new Set<Link>();
  #server: MemoryServer | undefined;
  readonly #waiting: (() => void)[] = [];
  #isFrozen = false;
  #isRefusing = false;
  #deliveredCount = 0;

  constructor({ headers = {} }: MemoryTransportOptions) {
    this.#headers = headers;
    const connect = (client: MemoryWebSocket, subprotocols: readonly string[]): void =>
      this.#connect(client, subprotocols);
    this.WebSocket = class extends MemoryWebSocket {
      constructor(url: string, protocols?: string | string[]) {
        super(url, protocols, connect);
      }
    };
  }

  get connectionCount(): number {
    return this.#links.size;
  }

  serve(server: MemoryServer): () => void {
    this.#server = server;
    return () => {
      if (this.#server === server) this.#server = undefined;
    };
  }

  cut(): void {
    for (const { client, server, channels } of this.#links) {
      for (const channel of channels) channel.clear();
      void Promise.resolve().then(() => {
        server.closed(1006, '');
        client.fail();
      });
    }
  }

  freeze(): void {
    this.#isFrozen = true;
    for (const { channels } of this.#links) for (const channel of channels) channel.hold(FROZEN);
  }

  thaw(): void {
    this.#isFrozen = false;
    for (const { channels } of this.#links) for (const channel of channels) channel.release(FROZEN);
    for (const connect of this.#waiting.splice(0)) connect();
  }

  refuse(): void {
    this.#isRefusing = true;
  }

  admit(): void {
    this.#isRefusing = false;
  }

  async settled(): Promise<void> {
    for (let before = -1; before !== this.#deliveredCount; ) {
      before = this.#deliveredCount;
      // Two turns: a server that gives way to others goes on in the second.
      await turn();
      await turn();
    }
  }

  #connect(client: MemoryWebSocket, subprotocols: readonly string[]): void {
    this.#deliveredCount += 1;
    if (this.#isRefusing || this.#server === undefined) return client.fail();
    if (this.#isFrozen) return void this.#waiting.push(() => this.#connect(client, subprotocols));
    if (client.readyState !== client.CONNECTING) return;
    // As `ws` does; a server that wants another one would say so in the upgrade, which does not exist here.
    const protocol = subprotocols[0] ?? '';
    const [toClient, toServer] = [this.#makeChannel(), this.#makeChannel()];
    const server = new MemoryServerSocket(protocol, client, toClient, toServer);
    const link: Link = { client, server, channels: [toClient, toServer] };
    this.#links.add(link);
    server.once('close', () => this.#links.delete(link));
    toClient.send(() => client.opened(protocol, { server, toServer }));
    const request = this.#makeRequest(client.url, subprotocols);
    // A server names the classes of `ws` and Node, of which it uses only what these sockets have.
    Reflect.apply(this.#server.accept, this.#server, [server, request]);
  }

  #makeChannel(): MemoryChannel {
    return new MemoryChannel(() => {
      this.#deliveredCount += 1;
    });
  }

  #makeRequest(url: string, subprotocols: readonly string[]): IncomingMessage {
    const { host, pathname, search } = new URL(url);
    const request = new IncomingMessage(new Socket());
    request.method = 'GET';
    request.url = pathname + search;
    const offer = subprotocols.length === 0 ? {} : { 'sec-websocket-protocol': subprotocols.join(', ') };
    Object.assign(request.headers, { host, upgrade: 'websocket', ...offer, ...this.#headers });
    return request;
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    giveWay(resolve);
  });
}
