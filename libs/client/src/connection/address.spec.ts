import { describe, expect, it } from '@jest/globals';
import { showAddress, toSocketAddress } from './address.js';

describe('toSocketAddress', () => {
  it.each([
    ['ws://shop.test/rpc', 'ws://shop.test/rpc'],
    ['wss://shop.test', 'wss://shop.test/'],
    ['http://shop.test:4400/rpc?a=1#part', 'ws://shop.test:4400/rpc?a=1'],
    ['https://shop.test/rpc', 'wss://shop.test/rpc'],
  ])('reads %s as %s', (url, address) => {
    expect(toSocketAddress(url)).toBe(address);
  });

  it.each(['', 'rpc', '/rpc', 'ftp://shop.test', 'mailto:shop'])('refuses %j outside of a page', (url) => {
    expect(() => toSocketAddress(url)).toThrow();
  });

  it('reads a relative address in a page as one of its own server', () => {
    Object.defineProperty(globalThis, 'location', { value: { href: 'https://shop.test/app/' }, configurable: true });
    try {
      expect(toSocketAddress('/rpc')).toBe('wss://shop.test/rpc');
    } finally {
      Reflect.deleteProperty(globalThis, 'location');
    }
  });
});

describe('showAddress', () => {
  it('leaves out what may be secret', () => {
    expect(showAddress('wss://user:pass@shop.test/rpc?token=1#x')).toBe('wss://shop.test/rpc');
    expect(showAddress('')).toBe('the server');
  });
});
