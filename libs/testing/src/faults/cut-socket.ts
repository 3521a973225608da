import type { Socket } from 'node:net';

/** How a connection is cut: both ends read a reset (RST), or both read an end (FIN). */
export type CutKind = 'reset' | 'end';

/** Cuts a socket now. What the peer has not taken is lost, else a peer that does not read could not be cut off. */
export function cutSocket(socket: Socket, kind: CutKind): void {
  if (kind === 'reset') socket.resetAndDestroy();
  else socket.destroySoon();
  // Both wait for the peer to take what is still to be written, which a socket that still connects has not even begun.
  if (socket.writableLength > 0 && !socket.connecting) socket.destroy();
}
