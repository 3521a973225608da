import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { localError, serverError, TrunklineError } from './trunkline-error.js';

describe('localError', () => {
  it('says what happened', () => {
    const error = localError('CLIENT_CLOSED', 'It is over.', { outcome: 'not-sent', path: 'a' });
    expect(error.message).toBe('It is over.');
    expect(error).toMatchObject({ name: 'TrunklineError', code: 'CLIENT_CLOSED', outcome: 'not-sent', path: 'a' });
    expect('cause' in error).toBe(false);
  });
});

describe('serverError', () => {
  it("keeps the server's message, code and whole shape", () => {
    const shape = { code: -32004, message: 'Gone.', data: { code: 'NOT_FOUND', extra: 1 }, zod: [] };
    expect(serverError(shape, 'a')).toMatchObject({
      message: 'Gone.',
      code: 'NOT_FOUND',
      outcome: 'rejected',
      path: 'a',
      shape,
      data: shape.data,
    });
  });

  it.each([
    ['TIMEOUT', 'timed-out'],
    ['CANCELLED', 'cancelled'],
    ['CONFLICT', 'rejected'],
  ])('reads %s as %s', (code, outcome) => {
    expect(serverError({ code: 1, message: '', data: { code } }, undefined).outcome).toBe(outcome);
  });

  it('makes an error of whatever a formatter gave', () => {
    fc.assert(
      fc.property(fc.anything(), (shape) => {
        const error = serverError(shape, undefined);
        expect(error).toBeInstanceOf(TrunklineError);
        expect(typeof error.code).toBe('string');
        expect(typeof error.message).toBe('string');
      }),
    );
  });
});
