import { describe, expect, it } from '@jest/globals';
import { ConsumerTooSlow } from './consumer-too-slow.js';

describe('ConsumerTooSlow', () => {
  it('is an error that says whether the connection closes with it', () => {
    expect(new ConsumerTooSlow('Too much waits', true)).toMatchObject({
      message: 'Too much waits',
      closesConnection: true,
    });
  });
});
