import { describe, expect, it } from '@jest/globals';
import { GapError } from '../errors/gap-error.js';
import { localError, serverError } from '../errors/trunkline-error.js';
import { isErrorOf } from './is-error-of.js';
import type { ProcedureError } from './procedure-error.js';
import type { Query } from './procedures.js';

type PlaceError = ProcedureError<'OUT_OF_STOCK', { readonly left: number }>;

describe('isErrorOf', () => {
  const place: Query<void, string, PlaceError> = {
    path: () => 'orders.place',
    query: () => Promise.resolve('placed'),
  };

  it('knows the errors of one procedure, and gives their codes and data a type', () => {
    const error: unknown = serverError({ message: 'No', data: { code: 'OUT_OF_STOCK', left: 2 } }, 'orders.place');
    if (!isErrorOf(place, error)) throw new Error('It is not known.');
    const code: PlaceError['code'] = error.code;
    const left: number | undefined = error.data?.left;
    expect([code, left]).toEqual(['OUT_OF_STOCK', 2]);
    expect(isErrorOf(place, new GapError({ reason: 'trimmed', dropped: 1 }, 'orders.place'))).toBe(true);
  });

  it('knows no other errors', () => {
    expect(isErrorOf(place, serverError({ data: { code: 'CONFLICT' } }, 'orders.byId'))).toBe(false);
    expect(isErrorOf(place, localError('CLIENT_CLOSED', 'Closed.', { outcome: 'not-sent' }))).toBe(false);
    expect(isErrorOf(place, new Error('orders.place'))).toBe(false);
  });
});
