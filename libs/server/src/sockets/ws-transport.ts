import type { WebSocket } from 'ws';

/** The stream below a WebSocket, where bytes can be written that are frames already. */
export interface Transport {
  write(bytes: Buffer, onWritten: (error?: Error | null) => void): boolean;
}

/**
 * The stream below a socket of `ws`, or undefined where frames have to go through `ws` itself: with compression, which
 * changes every frame, and where this version of `ws` keeps its stream elsewhere. The stream is not public in `ws`; this
 * is the only file that knows of it.
 */
export function findTransport(webSocket: WebSocket): Transport | undefined {
  if (webSocket.extensions !== '') return undefined;
  const stream: unknown = Reflect.get(webSocket, '_socket');
  return isTransport(stream) ? stream : undefined;
}

function isTransport(value: unknown): value is Transport {
  return typeof value === 'object' && value !== null && 'write' in value && typeof value.write === 'function';
}
