/** An open WebSocket, as a connection needs it. No method throws, also not after the socket closed. */
export interface SocketPort {
  /** Bytes handed over for sending that the operating system has not taken yet. */
  readonly bufferedBytes: number;
  /** A number that is another one as soon as the operating system has taken anything, also a part of one message. */
  readonly progress: number;
  /**
   * Sends text frames in this order, in as few writes as possible. `onTaken` is called once the operating system has
   * taken them all, or never when the socket closed before that. May be called from inside a callback of the socket.
   */
  sendAll(frames: readonly string[], onTaken: () => void): void;
  /** Stops reading, so that the peer feels its own haste. Calling it twice does nothing more. */
  pause(): void;
  /** Reads again. */
  resume(): void;
  /** Sends a ping (RFC 6455, section 5.5.2). */
  ping(): void;
  /** Begins the closing handshake, and cuts the connection when the peer does not finish it in time. */
  close(code: number, reason: string): void;
  /** Closes with no code, which the peer sees as 1005. */
  closeBare(): void;
  /** Cuts the connection at once. */
  terminate(): void;
}

/** What a socket tells its connection. */
export interface SocketEvents {
  /** A text frame came. */
  message(text: string): void;
  /** A binary frame came, which neither dialect knows. */
  binary(): void;
  /** A pong came (RFC 6455, section 5.5.3). */
  pong(): void;
  /** A ping came (RFC 6455, section 5.5.2), which the socket answers by itself. */
  pinged(): void;
  /** The socket is closed, with what the peer said to that; nothing comes after this. Called exactly once. */
  closed(code: number, reason: string): void;
}
