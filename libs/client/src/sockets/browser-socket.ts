import type { OpenSocket } from '../connection/socket-port.js';
import { webSocketOpener } from './web-socket.js';

/** Opens a socket where the platform has `WebSocket`. Looked up when needed, so that a page may be rendered without it. */
export const openDefaultSocket: OpenSocket = (url, subprotocol, events) =>
  webSocketOpener(globalThis.WebSocket)(url, subprotocol, events);
