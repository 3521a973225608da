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

/**
 * What the operating system has still to take. `bufferedAmount` counts a message until all of it is taken; the handle of the
 * stream knows of parts, and where it cannot be found the message is all that is known.
 */
export function readProgress(webSocket: WebSocket): number {
  const stream: unknown = Reflect.get(webSocket, '_socket');
  const handle = memberOf(stream, '_handle');
  const queued = memberOf(handle, 'writeQueueSize');
  return typeof queued === 'number' ? queued : webSocket.bufferedAmount;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function isTransport(value: unknown): value is Transport {
  return typeof value === 'object' && value !== null && 'write' in value && typeof value.write === 'function';
}
