import { describe, expect, it } from '@jest/globals';
import { isCount, isKey, isMaxRate, isName, isPositiveInteger } from './member-form.js';

describe('isCount and isPositiveInteger', () => {
  it.each([1, 2 ** 53 - 1])('both take %d', (value) => {
    expect([isCount(value), isPositiveInteger(value)]).toEqual([true, true]);
  });

  it('differ in 0', () => {
    expect([isCount(0), isPositiveInteger(0)]).toEqual([true, false]);
  });

  it.each([[-1], [1.5], [2 ** 53], [Number.NaN], [Number.POSITIVE_INFINITY], ['1'], [null], [undefined]])(
    'both refuse %p',
    (value) => {
      expect([isCount(value), isPositiveInteger(value)]).toEqual([false, false]);
    },
  );
});

describe('isName', () => {
  it('takes up to 128 characters', () => {
    expect([0, 128, 129].map((length) => isName('a'.repeat(length)))).toEqual([true, true, false]);
    expect(isName(['a'])).toBe(false);
  });
});

describe('isKey', () => {
  it('takes 1 to 128 characters', () => {
    expect([1, 128, 0, 129].map((length) => isKey('a'.repeat(length)))).toEqual([true, true, false, false]);
  });

  it.each([[1], [null], [undefined], [['a']]])('refuses %p', (value) => {
    expect(isKey(value)).toBe(false);
  });
});

describe('isMaxRate', () => {
  it.each([0.1, 1, 1e9])('takes %d', (value) => {
    expect(isMaxRate(value)).toBe(true);
  });

  it.each([[0], [-1], [Number.POSITIVE_INFINITY], [Number.NaN], ['1'], [null], [undefined]])('refuses %p', (value) => {
    expect(isMaxRate(value)).toBe(false);
  });
});
