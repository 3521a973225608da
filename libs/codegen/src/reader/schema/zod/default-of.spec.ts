import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { defaultOf } from './default-of.js';
import { DefaultTable } from './default-table.js';

const read = (schema: z.ZodDefault | z.ZodPrefault): unknown => defaultOf(schema._zod.def, new DefaultTable());

describe('defaultOf', () => {
  it('tells a default that a caller could have given', () => {
    expect(read(z.string().default('a'))).toBe('a');
    expect(read(z.object({ page: z.int() }).default({ page: 1 }))).toEqual({ page: 1 });
    expect(read(z.string().default(() => 'made'))).toBe('made');
  });

  it('does not tell one that is of what a transform makes', () => {
    expect(
      read(
        z
          .string()
          .transform((value) => value.length)
          .default(3),
      ),
    ).toBeUndefined();
  });

  it('tells one that is transformed like any other', () => {
    expect(
      read(
        z
          .string()
          .transform((value) => value.length)
          .prefault('abc'),
      ),
    ).toBe('abc');
  });

  it('does not tell one that JSON has not', () => {
    expect(read(z.date().default(new Date(0)))).toBeUndefined();
    expect(read(z.bigint().default(1n))).toBeUndefined();
  });
});
