import { describe, expect, it } from '@jest/globals';
import { serverError } from '../errors/trunkline-error.js';
import { Refusals } from './refusals.js';

describe('Refusals', () => {
  const error = serverError({ code: -32001, message: 'No.', data: { code: 'UNAUTHORIZED' } }, undefined);

  it('has nothing to say of a connection that was not refused', () => {
    expect(new Refusals().connectionEnded(true)).toBeUndefined();
  });

  it('fails the calls of a refused connection with the error of the server', () => {
    const refusals = new Refusals();
    refusals.add(error);
    expect(refusals.connectionEnded(false)).toEqual({ error, fate: 'refused' });
    expect(refusals.connectionEnded(false)).toBeUndefined();
  });

  it('lets new credentials be tried once, and again after a connection that was accepted', () => {
    const refusals = new Refusals();
    const fates: unknown[] = [];
    for (const isRefused of [true, true, true, false, true]) {
      if (isRefused) refusals.add(error);
      fates.push(refusals.connectionEnded(true)?.fate);
    }
    expect(fates).toEqual(['not-run', 'refused', 'refused', undefined, 'not-run']);
  });
});
