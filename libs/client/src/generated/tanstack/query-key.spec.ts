import { describe, expect, it } from '@jest/globals';
import { keyOf } from './query-key.js';

const list = { path: () => 'orders.list' };

describe('keyOf', () => {
  it('is the path and the input as it is, where JSON can say it', () => {
    expect(keyOf(list)).toEqual(['orders.list']);
    const input = { ids: [1, null], open: true, of: { name: 'x' }, left: undefined };
    expect(keyOf(list, input)).toEqual(['orders.list', input]);
  });

  it.each<[unknown, unknown]>([
    [new Set([1]), new Set([2])],
    [new Map([['a', 1]]), new Map([['a', 2]])],
    [5n, 6n],
    [new Uint8Array([1]), new Uint8Array([2])],
    [/a/u, /b/u],
    [Number.NaN, Infinity],
    [new Date(0), new Date(0).toISOString()],
    [new Error('a'), new Error('b')],
    [new URL('ws://a'), new URL('ws://b')],
  ])('tells %p from %p, also inside of others', (one, other) => {
    const keyText = (value: unknown): string => JSON.stringify(keyOf(list, { in: [value] }));
    expect(keyText(one)).not.toBe(keyText(other));
    expect(keyText(one)).toBe(keyText(one));
  });
});
