import { describe, expect, it } from '@jest/globals';
import { PayloadFailure, thrownReason } from './payload-failure.js';

describe('PayloadFailure', () => {
  it('says path and reason in one line', () => {
    expect(new PayloadFailure('orders[3].total', 'a bigint has no JSON form').message).toBe(
      'orders[3].total: a bigint has no JSON form',
    );
  });

  it('says the reason alone when it concerns the whole value', () => {
    expect(new PayloadFailure('', 'it is too deep').message).toBe('it is too deep');
  });
});

describe('thrownReason', () => {
  it('takes the message of an error and the text of anything else', () => {
    expect(thrownReason(new TypeError('no'))).toBe('no');
    expect(thrownReason('just text')).toBe('just text');
    expect(thrownReason(undefined)).toBe('undefined');
  });

  it('cuts what is longer than anybody reads', () => {
    expect(thrownReason(new Error('x'.repeat(1_000)))).toBe(`${'x'.repeat(300)}…`);
  });

  it('survives what cannot be shown', () => {
    expect(thrownReason(Object.create(null))).toBe('something that cannot be shown was thrown');
  });
});
