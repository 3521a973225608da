import type { RawData, WebSocket } from 'ws';
import { encodeTextFrames } from './encode-frames.js';
import type { SocketEvents, SocketPort } from './socket-port.js';
import { findTransport, readProgress } from './ws-transport.js';

/** RFC 6455 allows 123 bytes of reason; a longer one would throw. */
const MAX_REASON_BYTES = 123;

/** Puts a socket of the `ws` package behind the port. */
export function createWsSocket(webSocket: WebSocket): SocketPort {
  return {
    get bufferedBytes() {
      return webSocket.bufferedAmount;
    },
    get progress() {
      return readProgress(webSocket);
    },
    sendAll(frames, onTaken) {
      if (webSocket.readyState !== webSocket.OPEN) return;
      // A failed write is told by the close that follows it.
      const onWritten = (error?: Error | null): void => {
        if (!error) onTaken();
      };
      const transport = findTransport(webSocket);
      if (transport) transport.write(encodeTextFrames(frames), onWritten);
      else frames.forEach((frame, index) => webSocket.send(frame, index === frames.length - 1 ? onWritten : ignore));
    },
    pause: () => webSocket.pause(),
    resume: () => webSocket.resume(),
    ping: () => {
      if (webSocket.readyState === webSocket.OPEN) webSocket.ping(ignore);
    },
    close: (code, reason) => webSocket.close(code, truncate(reason)),
    closeBare: () => webSocket.close(),
    terminate: () => webSocket.terminate(),
  };
}

/** Tells a connection what happens on its socket. The `error` listener must be there: without one, `ws` would throw. */
export function listenToWsSocket(webSocket: WebSocket, events: SocketEvents): void {
  webSocket.on('message', (data, isBinary) => {
    if (isBinary) events.binary();
    else events.message(textOf(data));
  });
  webSocket.on('pong', () => events.pong());
  webSocket.on('ping', () => events.pinged());
  webSocket.on('error', ignore);
  webSocket.on('close', (code, reason) => events.closed(code, reason.toString()));
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
