import type { RawData, WebSocket } from 'ws';
import { encodeTextFrames } from './encode-frames.js';
import type { SocketEvents, SocketPort } from './socket-port.js';
import { findTransport, readProgress } from './ws-transport.js';

/** RFC 6455 allows 123 bytes of reason; a longer one would throw. */
const MAX_REASON_BYTES = 123;

/** Puts a socket of the `ws` package behind the port. */
export class WsSocket implements SocketPort {
  readonly webSocket: WebSocket;

  constructor(webSocket: WebSocket) {
    this.webSocket = webSocket;
  }

  get bufferedBytes(): number {
    return this.webSocket.bufferedAmount;
  }

  get progress(): number {
    return readProgress(this.webSocket);
  }

  sendAll(frames: readonly string[], onTaken: () => void): void {
    const webSocket = this.webSocket;
    if (webSocket.readyState !== webSocket.OPEN) return;
    // A failed write is told by the close that follows it.
    const onWritten = (error?: Error | null): void => {
      if (!error) onTaken();
    };
    const transport = findTransport(webSocket);
    if (transport) transport.write(encodeTextFrames(frames), onWritten);
    else frames.forEach((frame, index) => webSocket.send(frame, index === frames.length - 1 ? onWritten : ignore));
  }

  pause(): void {
    this.webSocket.pause();
  }

  resume(): void {
    this.webSocket.resume();
  }

  ping(): void {
    if (this.webSocket.readyState === this.webSocket.OPEN) this.webSocket.ping(ignore);
  }

  close(code: number, reason: string): void {
    this.webSocket.close(code, truncate(reason));
  }

  closeBare(): void {
    this.webSocket.close();
  }

  terminate(): void {
    this.webSocket.terminate();
  }
}

/** Tells a connection what happens on its socket. The `error` listener must be there: without one, `ws` would throw. */
export function listenToWsSocket(webSocket: ListenedWebSocket, events: SocketEvents): void {
  webSocket[EVENTS] = events;
  webSocket.on('message', onMessage);
  webSocket.on('pong', onPong);
  webSocket.on('ping', onPing);
  webSocket.on('error', ignore);
  webSocket.on('close', onClose);
}

// A server holds tens of thousands of idle sockets, so they share their listeners, and each knows whom to tell.
const EVENTS: unique symbol = Symbol('events');

interface ListenedWebSocket extends WebSocket {
  [EVENTS]?: SocketEvents;
}

function onMessage(this: ListenedWebSocket, data: RawData, isBinary: boolean): void {
  if (isBinary) this[EVENTS]?.binary();
  else this[EVENTS]?.message(textOf(data));
}

function onPong(this: ListenedWebSocket): void {
  this[EVENTS]?.pong();
}

function onPing(this: ListenedWebSocket): void {
  this[EVENTS]?.pinged();
}

function onClose(this: ListenedWebSocket, code: number, reason: Buffer): void {
  this[EVENTS]?.closed(code, reason.toString());
}

// `ws` hands over one Buffer unless it is told otherwise, which the owner of an attached server may have done.
function textOf(data: RawData): string {
  if (Buffer.isBuffer(data)) return data.toString();
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data)).toString();
}

function truncate(reason: string): string {
  if (Buffer.byteLength(reason) <= MAX_REASON_BYTES) return reason;
  return Buffer.from(reason).subarray(0, MAX_REASON_BYTES).toString().replace(/�+$/, '');
}

function ignore(): void {
  // Nothing to do: a failed write or a broken frame always ends in 'close', which is listened to.
}
