import type { Socket } from 'node:net';

/** How a connection is cut: both ends read a reset (RST), or both read an end (FIN). */
export type CutKind = 'reset' | 'end';

/** Cuts a socket now. What the peer has not taken is lost, else a peer that does not read could not be cut off. */
export function cutSocket(socket: Socket, kind: CutKind): void {
  if (socket.connecting) return void socket.once('connect', () => cutSocket(socket, kind));
  if (kind === 'end' && socket.writableLength === 0) return socket.destroySoon();
  // While its end is on the way to the peer a socket cannot be reset: Node would report that, and never close.
  const isEnding = socket.writableEnded && !socket.writableFinished;
  // What `resetAndDestroy` sets before it waits for the peer to take everything.
  Reflect.set(socket, 'resetAndClosing', kind === 'reset' && !isEnding);
  socket.destroy();
}
