import { describe, expect, it } from '@jest/globals';
import { silentViolation, violation } from './violation.js';

describe('violation', () => {
  it('is answered under the id of its request', () => {
    expect(violation(7, 'BAD_REQUEST', 'Wrong.')).toEqual({
      type: 'violation',
      id: 7,
      isAnswered: true,
      code: 'BAD_REQUEST',
      message: 'Wrong.',
    });
  });
});

describe('silentViolation', () => {
  it('is answered by nothing, because a notification never is', () => {
    expect(silentViolation('BAD_REQUEST', 'Wrong.')).toMatchObject({ id: null, isAnswered: false });
  });
});
