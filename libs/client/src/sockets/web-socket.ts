import type { OpenSocket, SocketPort, WebSocketConstructor } from '../connection/socket-port.js';

/** The `readyState` of a socket that may be written to (WHATWG WebSockets, "OPEN"). */
const OPEN = 1;

/** Sockets made by the browser's `WebSocket`, or by a constructor that behaves like it. */
export function webSocketOpener(Constructor: WebSocketConstructor): OpenSocket {
  return (url, subprotocol, events): SocketPort => {
    const socket = subprotocol === undefined ? new Constructor(url) : new Constructor(url, subprotocol);
    // Without this a binary frame would be read into a Blob before it is refused.
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => events.opened();
    socket.onmessage = (event: { readonly data: unknown }) => {
      if (typeof event.data === 'string') events.received(event.data);
      else events.receivedBinary();
    };
    // `close` always follows, and page code is shown no reason.
    socket.onerror = () => undefined;
    socket.onclose = (event: { readonly code: number; readonly reason: string }) => {
      silence();
      events.closed(event.code, event.reason);
    };
    const silence = (): void => {
      socket.onopen = socket.onmessage = socket.onclose = null;
    };
    return {
      send(texts) {
        if (socket.readyState !== OPEN) return;
        for (const text of texts) socket.send(text);
      },
      close: (code, reason) => socket.close(code, reason),
      abandon() {
        silence();
        socket.close();
      },
    };
  };
}
