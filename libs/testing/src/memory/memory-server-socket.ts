import { EventEmitter } from 'node:events';
import type { MemoryChannel } from './memory-channel.js';

/** What the server's end asks of the client's. */
export interface MemoryPeer {
  receive(text: string): void;
  receiveClose(code: number, reason: string): void;
}

type Written = ((error?: Error | null) => void) | undefined;

/** The server's end of a socket in memory: what a server uses of the `WebSocket` of `ws`. */
export class MemoryServerSocket extends EventEmitter {
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  readonly extensions = '';
  readonly protocol: string;
  readyState = 1;
  isPaused = false;
  readonly #toClient: MemoryChannel;
  readonly #toServer: MemoryChannel;
  readonly #client: MemoryPeer;

  constructor(protocol: string, client: MemoryPeer, toClient: MemoryChannel, toServer: MemoryChannel) {
    super();
    this.protocol = protocol;
    this.#client = client;
    this.#toClient = toClient;
    this.#toServer = toServer;
  }

  get bufferedAmount(): number {
    return this.#toClient.byteCount;
  }

  send(data: string | Uint8Array, ...rest: readonly unknown[]): void {
    const written = findCallback(rest);
    if (this.readyState !== this.OPEN) return written?.(new Error('The socket is not open.'));
    const text = typeof data === 'string' ? data : Buffer.from(data).toString();
    this.#toClient.send(() => {
      this.#client.receive(text);
      written?.();
    }, Buffer.byteLength(text));
  }

  /** The client's end answers by itself, as browsers do. */
  ping(...rest: readonly unknown[]): void {
    const written = findCallback(rest);
    this.#toClient.send(() => {
      written?.();
      this.#toServer.send(() => this.readyState !== this.CLOSED && this.emit('pong', Buffer.alloc(0)));
    });
  }

  close(code = 1005, reason: string | Uint8Array = ''): void {
    if (this.readyState >= this.CLOSING) return;
    this.readyState = this.CLOSING;
    const text = typeof reason === 'string' ? reason : Buffer.from(reason).toString();
    this.#toClient.send(() => {
      this.#client.receiveClose(code, text);
      this.#toServer.send(() => this.closed(code, text));
    });
  }

  terminate(): void {
    this.#toServer.clear();
    this.#toServer.send(() => this.closed(1006, ''));
    this.#toClient.send(() => this.#client.receiveClose(1006, ''));
  }

  pause(): void {
    this.isPaused = true;
    this.#toServer.hold('paused');
  }

  resume(): void {
    this.isPaused = false;
    this.#toServer.release('paused');
  }

  receive(text: string): void {
    if (this.readyState !== this.CLOSED) this.emit('message', Buffer.from(text), false);
  }

  /** The end; told once. */
  closed(code: number, reason: string): void {
    if (this.readyState === this.CLOSED) return;
    this.readyState = this.CLOSED;
    this.emit('close', code, Buffer.from(reason));
  }
}

// `ws` takes options before the callback, and a ping takes data.
function findCallback(rest: readonly unknown[]): Written {
  const callback = rest.find((each) => typeof each === 'function');
  return callback === undefined ? undefined : (error) => void Reflect.apply(callback, undefined, [error]);
}
