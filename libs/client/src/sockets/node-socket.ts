import type { Socket } from 'node:net';
import { type RawData, WebSocket } from 'ws';
import type { OpenSocket, SocketEvents, SocketPort } from '../connection/socket-port.js';

/** Opens a socket in Node, where `ws` shows pings, HTTP answers and the network's own errors. */
export const openDefaultSocket: OpenSocket = (url, subprotocol, events) => new NodeSocket(url, subprotocol, events);

class NodeSocket implements SocketPort {
  readonly #socket: WebSocket;
  #stream: Socket | undefined;
  #problem = '';

  constructor(url: string, subprotocol: string | undefined, events: SocketEvents) {
    this.#socket = new WebSocket(url, subprotocol === undefined ? [] : [subprotocol], { perMessageDeflate: false });
    this.#socket.on('upgrade', (response) => {
      this.#stream = response.socket;
    });
    this.#socket.on('open', () => events.opened());
    this.#socket.on('message', (data, isBinary) => {
      if (isBinary) events.receivedBinary();
      else events.received(textOf(data));
    });
    this.#socket.on('ping', () => events.heard());
    this.#socket.on('pong', () => events.heard());
    // `close` always follows an error.
    this.#socket.on('error', (error) => {
      this.#problem = describeProblem(error);
    });
    this.#socket.on('close', (code, reason) => events.closed(code, reason.toString() || this.#problem));
  }

  send(texts: readonly string[]): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    // Frames that are written while the stream is corked leave in one write.
    this.#stream?.cork();
    for (const text of texts) this.#socket.send(text);
    this.#stream?.uncork();
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  abandon(): void {
    this.#socket.removeAllListeners();
    // A socket that is still connecting reports its own abortion as an error.
    this.#socket.on('error', () => undefined);
    this.#socket.terminate();
  }
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
