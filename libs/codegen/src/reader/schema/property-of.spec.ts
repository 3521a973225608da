import { describe, expect, it } from '@jest/globals';
import { hasProperties, propertyOf, textOf } from './property-of.js';

const callable = Object.assign(() => 1, { vendor: 'arktype' });

describe('propertyOf', () => {
  it('reads properties of objects and of functions', () => {
    expect([propertyOf({ a: 1 }, 'a'), propertyOf(callable, 'vendor'), propertyOf({}, 'a')]).toEqual([
      1,
      'arktype',
      undefined,
    ]);
  });

  it.each([null, undefined, 'text', 1])('has none of %p', (value) => {
    expect(propertyOf(value, 'length')).toBeUndefined();
    expect(hasProperties(value)).toBe(false);
  });
});

describe('textOf', () => {
  it('reads texts alone', () => {
    expect([textOf({ a: 'b' }, 'a'), textOf({ a: 1 }, 'a')]).toEqual(['b', undefined]);
  });
});
