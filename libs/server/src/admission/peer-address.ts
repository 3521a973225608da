import type { IncomingMessage } from 'node:http';
import { isIPv6, type Socket } from 'node:net';

/** Names the address that a connection is counted under. */
export type AddressOf = (request: IncomingMessage) => string;

/**
 * The address of the other end of the socket: of IPv4 all of it, of IPv6 the first 64 bits, because one peer commonly
 * has all addresses below those (RFC 6177). The same for an IPv4 address in IPv6 clothes (RFC 4291, section 2.5.5.2).
 */
export function peerAddress({ socket }: { readonly socket: Pick<Socket, 'remoteAddress'> }): string {
  const address = socket.remoteAddress ?? '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(address) ? `${firstGroups(address).join(':')}::/64` : address;
}

// "::" stands for as many zeros as are missing.
function firstGroups(address: string): readonly string[] {
  const [head = '', tail] = address.split('%', 1).join().split('::');
  const [before, after] = [splitGroups(head), splitGroups(tail ?? '')];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after].slice(0, 4);
}

function splitGroups(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}
