import type { WebSocketConstructor, WebSocketLike } from '@trunkline/client';
import { type RawData, WebSocket } from 'ws';

/** What every connection of one command has in common. */
export interface SocketSettings {
  /** Sent with the upgrade request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Every text frame, before the client reads it. */
  readonly adapt: (text: string) => string;
}

/** Makes the sockets of one command, and can drop them all, so that a process ends although a peer does not answer its close. */
export class SocketFactory {
  readonly #settings: SocketSettings;
  readonly #sockets = new Set<HeaderSocket>();

  constructor(settings: SocketSettings) {
    this.#settings = settings;
  }

  /** For the client's option of the same name. */
  get WebSocket(): WebSocketConstructor {
    const settings = this.#settings;
    const sockets = this.#sockets;
    return class extends HeaderSocket {
      constructor(url: string, protocols: string | string[] = []) {
        super(url, protocols, settings);
        sockets.add(this);
      }
    };
  }

  dropAll(): void {
    for (const socket of this.#sockets) socket.drop();
    this.#sockets.clear();
  }
}

/** A socket of `ws` as the client knows it from browsers, which says in `reason` what the network said, where browsers say nothing. */
class HeaderSocket implements WebSocketLike {
  binaryType = 'arraybuffer';
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: never) => void) | null = null;
  onerror: ((event: never) => void) | null = null;
  onclose: ((event: never) => void) | null = null;
  readonly #socket: WebSocket;
  #problem = '';

  constructor(url: string, protocols: string | string[], { headers, adapt }: SocketSettings) {
    this.#socket = new WebSocket(url, protocols, { headers, perMessageDeflate: false });
    this.#socket.on('open', () => tell(this.onopen, {}));
    this.#socket.on('message', (data, isBinary) =>
      tell(this.onmessage, { data: isBinary ? data : adapt(textOf(data)) }),
    );
    // `close` always follows an error.
    this.#socket.on('error', (error) => {
      this.#problem = describeProblem(error);
    });
    this.#socket.on('close', (code, reason) =>
      tell(this.onclose, { code, reason: reason.toString() || this.#problem }),
    );
  }

  get readyState(): number {
    return this.#socket.readyState;
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  close(code?: number, reason?: string): void {
    this.#socket.close(code, reason);
  }

  drop(): void {
    this.#socket.terminate();
  }
}

function tell(handler: ((event: never) => void) | null, event: object): void {
  if (handler !== null) Reflect.apply(handler, undefined, [event]);
}

// `ws` gives one buffer unless another form was asked for.
function textOf(data: RawData): string {
  if (Buffer.isBuffer(data)) return data.toString();
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data)).toString();
}

// Node gathers the failures of several addresses in an AggregateError, whose own message is empty.
function describeProblem(error: Error): string {
  if (error instanceof AggregateError && error.message === '') {
    return error.errors.map((each: unknown) => (each instanceof Error ? each.message : String(each))).join('; ');
  }
  return error.message;
}
