import { describe, expect, it } from '@jest/globals';
import { findExcess } from './find-excess.js';

describe('findExcess', () => {
  it('counts the bytes that a message takes on the wire', () => {
    expect(findExcess('aaaa', 'p', 4)).toBeUndefined();
    expect(findExcess('aaaa', 'p', Infinity)).toBeUndefined();
    expect(findExcess('é€', 'p', 5)).toBeUndefined();
    expect(findExcess('é€', 'p', 4)).toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
      outcome: 'not-sent',
      path: 'p',
      message: 'The message for "p" has 5 bytes; the server takes 4 (its option limits.maxMessageBytes).',
    });
  });
});
