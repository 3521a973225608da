import type { AddressInfo } from 'node:net';

/** Where a server on this machine listens. */
export function urlOf(server: { address(): string | AddressInfo | null }): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port.');
  return `ws://127.0.0.1:${address.port}/`;
}
