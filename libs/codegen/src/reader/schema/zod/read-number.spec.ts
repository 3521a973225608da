import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { readBigint, readNumber } from './read-number.js';

describe('readNumber', () => {
  it.each([
    [z.number(), {}],
    [z.number().min(1).min(3).max(9), { minimum: 3, maximum: 9 }],
    [z.number().gt(0).lt(1), { exclusiveMinimum: 0, exclusiveMaximum: 1 }],
    [z.number().min(0).gt(0), { exclusiveMinimum: 0 }],
    [z.number().gt(0).min(1), { minimum: 1 }],
    [z.int(), { integer: true }],
    [z.number().int(), { integer: true }],
    [z.uint32(), { integer: true, minimum: 0, maximum: 4_294_967_295 }],
    [z.float32(), {}],
    [z.number().multipleOf(-0.5), { multipleOf: 0.5 }],
    [z.number().min(-Infinity), {}],
  ])('reads bounds: %#', (schema, members) => {
    expect(readNumber(schema, 'input')).toEqual({ kind: 'number', ...members });
  });

  it('writes no -0, which JSON has not', () => {
    expect(Object.is(readNumber(z.number().min(-0), 'input').minimum, 0)).toBe(true);
  });
});

describe('readBigint', () => {
  it('reads bounds as inclusive ones', () => {
    expect(readBigint(z.bigint().gt(1n).lt(10n), 'input')).toEqual({ kind: 'bigint', minimum: '2', maximum: '9' });
    expect(readBigint(z.int64(), 'input')).toMatchObject({ maximum: '9223372036854775807' });
    expect(readBigint(z.bigint().min(1n).min(5n), 'input')).toEqual({ kind: 'bigint', minimum: '5' });
  });
});
