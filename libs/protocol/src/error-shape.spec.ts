import { describe, expect, it } from '@jest/globals';
import { isWireError } from './error-shape.js';

describe('isWireError', () => {
  it('accepts a code and a message, with or without data', () => {
    expect(isWireError({ code: -32004, message: 'No such order' })).toBe(true);
    expect(isWireError({ code: 1, message: '', data: null })).toBe(true);
  });

  it.each([[null], [[]], [{}], [{ code: -32004 }], [{ code: 1.5, message: '' }], [{ code: '-32004', message: '' }]])(
    'refuses %j',
    (value) => {
      expect(isWireError(value)).toBe(false);
    },
  );
});
