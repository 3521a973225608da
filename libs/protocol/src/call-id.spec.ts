import { describe, expect, it } from '@jest/globals';
import { isCallId } from './call-id.js';

describe('isCallId', () => {
  it.each([[0], [-1], [1.5], [Number.MAX_VALUE], [''], ['a'.repeat(128)], ['\ud800']])('accepts %j', (id) => {
    expect(isCallId(id)).toBe(true);
  });

  it.each([[Number.POSITIVE_INFINITY], [Number.NaN], ['a'.repeat(129)], [null], [undefined], [true], [{}], [[1]]])(
    'refuses %j',
    (id) => {
      expect(isCallId(id)).toBe(false);
    },
  );

  it('refuses the number that JSON.parse makes of digits beyond all bounds', () => {
    expect(isCallId(JSON.parse('1e999'))).toBe(false);
  });
});
