/** One WebSocket, as this client needs it. */
export interface SocketPort {
  /** Sends text frames in this order, in one write where the platform can. Nothing happens when the socket is not open. */
  send(texts: readonly string[]): void;
  /** Begins the closing handshake. `closed` follows, perhaps late when the peer is gone. May be called twice. */
  close(code: number, reason: string): void;
  /** Drops the socket without waiting for the peer. No event comes afterwards, not even `closed`. May be called twice. */
  abandon(): void;
}

/** What a socket tells. Nothing is told from inside `openSocket`, and nothing after `closed`. */
export interface SocketEvents {
  opened(): void;
  received(text: string): void;
  /** A frame that is no text, which neither dialect has. */
  receivedBinary(): void;
  /** A sign of life that is no message, where the platform shows one. */
  heard(): void;
  /** The end, told once, also when the socket never opened; `detail` is what the platform knows about the reason. */
  closed(code: number, detail: string): void;
}

/** Opens a socket. Throws only for an address that is none. */
export type OpenSocket = (url: string, subprotocol: string | undefined, events: SocketEvents) => SocketPort;

/** The constructor of the browser's `WebSocket` or of one that behaves like it, for the option `WebSocket`. */
export type WebSocketConstructor = new (url: string, protocols?: string | string[]) => WebSocketLike;

/** The part of the browser's `WebSocket` that this client uses. */
export interface WebSocketLike {
  readonly readyState: number;
  binaryType: string;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  send(text: string): void;
  close(code?: number, reason?: string): void;
}
