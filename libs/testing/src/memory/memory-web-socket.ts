import type { MemoryChannel } from './memory-channel.js';
import type { MemoryServerSocket } from './memory-server-socket.js';

/** The two directions of a socket, and its other end, once it is open. */
export interface MemoryWire {
  readonly server: MemoryServerSocket;
  readonly toServer: MemoryChannel;
}

/** Finds a server for a socket. */
export type MemoryConnect = (socket: MemoryWebSocket, subprotocols: readonly string[]) => void;

/** The client's end of a socket in memory: behaves as the browser's `WebSocket` does (WHATWG WebSockets, section 3). */
export class MemoryWebSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  readonly extensions = '';
  readonly url: string;
  protocol = '';
  readyState = 0;
  binaryType = 'blob';
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onclose: ((event: MemoryCloseEvent) => void) | null = null;
  #wire: MemoryWire | undefined;

  /** @param connect called a promise job later, as no socket opens while it is made. */
  constructor(url: string, protocols: string | readonly string[] | undefined, connect: MemoryConnect) {
    super();
    this.url = new URL(url).href;
    const subprotocols = typeof protocols === 'string' ? [protocols] : (protocols ?? []);
    void Promise.resolve().then(() => this.readyState === this.CONNECTING && connect(this, subprotocols));
  }

  get bufferedAmount(): number {
    return this.#wire?.toServer.byteCount ?? 0;
  }

  send(text: string): void {
    if (this.readyState === this.CONNECTING) throw new DOMException('The socket is not open yet.', 'InvalidStateError');
    const wire = this.#wire;
    if (this.readyState !== this.OPEN || wire === undefined) return;
    wire.toServer.send(() => wire.server.receive(text), Buffer.byteLength(text));
  }

  close(code = 1005, reason = ''): void {
    if (this.readyState >= this.CLOSING) return;
    const wire = this.#wire;
    this.readyState = this.CLOSING;
    if (wire === undefined) return void Promise.resolve().then(() => this.fail());
    wire.toServer.send(() => {
      wire.server.closed(code, reason);
      this.receiveClose(code, reason);
    });
  }

  /** The handshake is complete. */
  opened(protocol: string, wire: MemoryWire): void {
    if (this.readyState !== this.CONNECTING) return wire.server.terminate();
    this.protocol = protocol;
    this.#wire = wire;
    this.readyState = this.OPEN;
    this.#tell(new Event('open'), this.onopen);
  }

  /** The handshake failed, or the network did. */
  fail(): void {
    if (this.readyState === this.CLOSED) return;
    this.#tell(new Event('error'), this.onerror);
    this.receiveClose(1006, '');
  }

  receive(text: string): void {
    if (this.readyState === this.OPEN || this.readyState === this.CLOSING) {
      this.#tell(new MessageEvent('message', { data: text }), this.onmessage);
    }
  }

  receiveClose(code: number, reason: string): void {
    if (this.readyState === this.CLOSED) return;
    this.readyState = this.CLOSED;
    this.#tell(new MemoryCloseEvent(code, reason), this.onclose);
  }

  #tell<TEvent extends Event>(event: TEvent, handler: ((event: TEvent) => void) | null): void {
    handler?.call(this, event);
    this.dispatchEvent(event);
  }
}

/** The event `close` (WHATWG WebSockets, section 6), which Node 20 has no class for. */
export class MemoryCloseEvent extends Event {
  readonly code: number;
  readonly reason: string;
  readonly wasClean: boolean;

  constructor(code: number, reason: string) {
    super('close');
    this.code = code;
    this.reason = reason;
    this.wasClean = code !== 1006;
  }
}
