/**
 * The address to open: an `http` address becomes a `ws` one, and in a page a relative address is one of its own server.
 * Throws a `TypeError` for what is no address.
 */
export function toSocketAddress(url: string): string {
  const address = new URL(url, typeof location === 'undefined' ? undefined : location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  if (!/^wss?:$/.test(address.protocol)) throw new TypeError(`its scheme is ${address.protocol}`);
  // RFC 6455, section 3: a fragment has no meaning here, and `WebSocket` refuses one.
  address.hash = '';
  return address.href;
}

/** An address as it may stand in a message: without the parts that may hold secrets. */
export function showAddress(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//') || 'the server';
}
