import { describe, expect, it } from '@jest/globals';
import { createRequest } from '../testing/fake-host.spec-support.js';
import { AddressTable, decideRoom } from './address-table.js';
import type { AddressOf } from './peer-address.js';

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
    const leaves = [table.enter(from('a')), table.enter(from('a')), table.enter(from('b'))];
    expect([table.roomFor(from('a')), table.roomFor(from('b'))]).toEqual(['full', 'free']);
    leaves[0]?.();
    expect(table.roomFor(from('a'))).toBe('free');
    expect(table.addressCount).toBe(2);
    leaves[1]?.();
    leaves[2]?.();
    expect(table.addressCount).toBe(0);
  });

  it('counts under the same name when the application would name another later', () => {
    let name = 'first';
    const { table } = setUp(2, () => name);
    const leave = table.enter(from('a'));
    name = 'second';
    leave();
    expect(table.addressCount).toBe(0);
  });

  it('keeps nothing without a limit', () => {
    const { table } = setUp(0);
    table.enter(from('a'))();
    table.enter(from('a'));
    expect([table.addressCount, table.roomFor(from('a'))]).toEqual([0, 'free']);
  });

  it.each<[string, AddressOf]>([
    [
      'throws',
      () => {
        throw new Error('no header');
      },
    ],
    ['gives no string', () => undefined as never],
  ])('counts under the own address of the peer, and says so, when the function %s', (_how, addressOf) => {
    const { table, thrown } = setUp(1, addressOf);
    const leave = table.enter(from('a'));
    expect(table.roomFor(from('b'))).toBe('full');
    leave();
    expect([table.addressCount, thrown.length]).toEqual([0, 2]);
  });
});
