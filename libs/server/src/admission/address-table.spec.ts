import { describe, expect, it } from '@jest/globals';
import { createRequest } from '../testing/fake-host.spec-support.js';
import { AddressTable, decideRoom } from './address-table.js';
import { type AddressOf, peerAddress } from './peer-address.js';

const byHeader: AddressOf = ({ headers }) => String(headers['x-forwarded-for']);
const from = (address: string) => createRequest({ 'x-forwarded-for': address });

function setUp(maxConnectionsPerAddress: number, addressOf = byHeader) {
  const thrown: unknown[] = [];
  return { thrown, table: new AddressTable({ maxConnectionsPerAddress, addressOf }, (error) => thrown.push(error)) };
}

describe('decideRoom', () => {
  it('knows three states, and one without a limit', () => {
    expect([0, 1, 2, 3, 4, 9].map((count) => decideRoom(count, 2))).toEqual([
      'free',
      'free',
      'full',
      'full',
      'crowded',
      'crowded',
    ]);
    expect(decideRoom(1_000_000, 0)).toBe('free');
  });
});

describe('AddressTable', () => {
  it('counts each address apart and frees its entry with its last socket', () => {
    const { table } = setUp(2);
    for (const name of ['a', 'a', 'b']) table.enter(name);
    expect([table.roomFor(from('a')), table.roomFor(from('b'))]).toEqual(['full', 'free']);
    table.leave('a');
    expect(table.roomFor(from('a'))).toBe('free');
    expect(table.addressCount).toBe(2);
    table.leave('a');
    table.leave('b');
    expect(table.addressCount).toBe(0);
  });

  it('keeps nothing without a limit', () => {
    const { table } = setUp(0);
    table.enter('a');
    table.leave('a');
    table.enter('a');
    expect([table.addressCount, table.roomFor(from('a'))]).toEqual([0, 'free']);
  });

  it('leaves a socket without a name where nothing is counted and the application names nothing', () => {
    const request = from('a');
    expect(setUp(0, peerAddress).table.nameFor(request)).toBeUndefined();
    expect(setUp(1, peerAddress).table.nameFor(request)).toBe(peerAddress(request));
    expect(setUp(0, byHeader).table.nameFor(request)).toBe('a');
  });

  it('shows the address that the application names, else all that the platform knows', () => {
    const socket = { remoteAddress: '2001:db8::7' };
    expect(setUp(1, byHeader).table.shownAddress('192.0.2.1', socket)).toBe('192.0.2.1');
    expect(setUp(1, peerAddress).table.shownAddress('2001:db8:0:0::/64', socket)).toBe('2001:db8::7');
  });

  it.each<[string, AddressOf]>([
    [
      'throws',
      () => {
        throw new Error('no header');
      },
    ],
    ['gives no string', () => undefined as never],
  ])('names the own address of the peer, and says so, when the function %s', (_how, addressOf) => {
    const { table, thrown } = setUp(1, addressOf);
    const request = from('a');
    expect(table.nameFor(request)).toBe(peerAddress(request));
    expect(thrown).toHaveLength(1);
  });
});
