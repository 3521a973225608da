import { describe, expect, it } from '@jest/globals';
import { createRequest } from '../testing/fake-host.spec-support.js';
import { decideAdmission } from './decide-admission.js';
import { readUpgrade } from './read-upgrade.js';

const OPEN = { origins: 'same-origin', isClosing: false, isFull: false, maxConnectionsPerAddress: 7 } as const;

function decide(headers: Readonly<Record<string, string>>, server: Parameters<typeof decideAdmission>[2] = OPEN) {
  const request = createRequest({ host: 'shop.example.com', ...headers }, '/rpc');
  const upgrade = readUpgrade(request);
  return upgrade && decideAdmission(upgrade, request, server);
}

describe('decideAdmission', () => {
  it('admits a native client and a stock one', () => {
    expect(decide({ 'sec-websocket-protocol': 'trunkline.v1' })).toEqual({ name: 'admitted', dialect: 'native' });
    expect(decide({})).toEqual({ name: 'admitted', dialect: 'stock' });
  });

  it('closes on a version that it does not speak', () => {
    expect(decide({ 'sec-websocket-protocol': 'trunkline.v9' })).toEqual({
      name: 'closed',
      code: 4001,
      reason: 'this server speaks trunkline.v1',
    });
  });

  it('closes on a page of another origin, and names the option', () => {
    expect(decide({ origin: 'https://evil.example' })).toEqual({
      name: 'closed',
      code: 4003,
      reason: 'the origin https://evil.example is not listed (option origins)',
    });
  });

  it('closes when the address has its connections, and names the option', () => {
    expect(decide({ 'sec-websocket-protocol': 'trunkline.v1' }, { ...OPEN, isFull: true })).toEqual({
      name: 'closed',
      code: 4102,
      reason: 'this address has its 7 connections (option maxConnectionsPerAddress)',
    });
  });

  it('closes with a code that lets clients come back while the server is stopping, whatever else is wrong', () => {
    const closing = { ...OPEN, isClosing: true };
    const expected = { name: 'closed', code: 1012, reason: 'the server is stopping' };
    expect(decide({ 'sec-websocket-protocol': 'trunkline.v1' }, closing)).toEqual({ ...expected, code: 4200 });
    expect(decide({}, closing)).toEqual(expected);
    expect(decide({ 'sec-websocket-protocol': 'trunkline.v9', origin: 'https://evil.example' }, closing)).toEqual(
      expected,
    );
  });
});
