import { describe, expect, it } from '@jest/globals';
import { serverError } from '../errors/trunkline-error.js';
import { Refusals } from './refusals.js';

describe('Refusals', () => {
  const error = serverError({ code: -32001, message: 'No.', data: { code: 'UNAUTHORIZED' } }, undefined);

  it('has nothing to say of a connection that was not refused', () => {
    expect(new Refusals().connectionEnded('renew-credentials', true)).toBeUndefined();
  });

  it('fails the calls of a refused connection with the error of the server', () => {
    const refusals = new Refusals();
    refusals.add(error);
    expect(refusals.connectionEnded('renew-credentials', false)).toEqual({
      error,
      fate: 'refused',
      isUnauthorized: true,
    });
    expect(refusals.connectionEnded('renew-credentials', false)).toBeUndefined();
  });

  it('lets new credentials be tried once, and again after a connection that was accepted', () => {
    const refusals = new Refusals();
    const fates: unknown[] = [];
    for (const isRefused of [true, true, true, false, true]) {
      if (isRefused) refusals.add(error);
      fates.push(refusals.connectionEnded('renew-credentials', true)?.fate);
    }
    expect(fates).toEqual(['not-run', 'refused', 'refused', undefined, 'not-run']);
  });

  it('takes a close without a code for one about credentials when the error says so, and lets subscriptions wait otherwise', () => {
    const refusals = new Refusals();
    refusals.add(error);
    expect(refusals.connectionEnded('back-off', true)).toMatchObject({ fate: 'not-run', isUnauthorized: false });
    refusals.add(error);
    expect(refusals.connectionEnded('back-off', true)).toMatchObject({ fate: 'refused', isUnauthorized: true });
    refusals.add(serverError({ code: -32603, message: 'No.', data: { code: 'INTERNAL_SERVER_ERROR' } }, undefined));
    expect(refusals.connectionEnded('back-off', true)).toMatchObject({ fate: 'refused', isUnauthorized: false });
  });
});
