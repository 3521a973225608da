import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import * as mini from 'zod/mini';
import * as z3 from 'zod/v3';
import { checksOf, isZodSchema } from './zod-schema.js';

describe('isZodSchema', () => {
  it('knows schemas of zod 4 and of zod/mini', () => {
    expect([z.string(), mini.string(), z.lazy(() => z.string())].every(isZodSchema)).toBe(true);
  });

  it.each([[z3.string()], [null], [undefined], [{}], [() => 1], [{ _zod: { def: {} } }]])('refuses %p', (value) => {
    expect(isZodSchema(value)).toBe(false);
  });
});

describe('checksOf', () => {
  it('tells a format first and what is added to it behind it', () => {
    expect(checksOf(z.email().min(3)).map(({ check }) => check)).toEqual(['string_format', 'min_length']);
  });

  it('tells nothing of a schema that demands nothing more', () => {
    expect(checksOf(z.string())).toEqual([]);
  });
});
