import { describe, expect, it } from '@jest/globals';
import { tracked } from '@trpc/server';
import { readTracked } from './tracked.js';

describe('readTracked', () => {
  it('takes a tracked event apart', () => {
    expect(readTracked(tracked('7', { price: 3 }))).toEqual({ id: '7', data: { price: 3 } });
    expect(readTracked(tracked('7', undefined))).toEqual({ id: '7', data: undefined });
  });

  it.each([
    [undefined],
    [null],
    [7],
    [['7', { price: 3 }]],
    [{ id: '7', data: 1 }],
    [['7', 1, Symbol('TRPC_TRACKED')]],
  ])('leaves %p alone', (value) => {
    expect(readTracked(value)).toBeUndefined();
  });
});
