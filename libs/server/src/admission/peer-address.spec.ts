import { describe, expect, it } from '@jest/globals';
import { createRequest } from '../testing/fake-host.spec-support.js';
import { peerAddress } from './peer-address.js';

describe('peerAddress', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['1::', '1:0:0:0::/64'],
  ])('names %s as %s', (remoteAddress, name) => {
    const request = createRequest();
    Object.defineProperty(request.socket, 'remoteAddress', { value: remoteAddress });
    expect(peerAddress(request)).toBe(name);
  });

  it('names a peer that is gone already', () => {
    expect(peerAddress(createRequest())).toBe('');
  });
});
