import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { heldChecks } from './held-checks.js';

const names = (schema: z.ZodType, side: 'input' | 'output'): readonly string[] =>
  heldChecks(schema, side).map(({ check }) => check);

describe('heldChecks', () => {
  it('holds all of them on both sides where nothing changes the value', () => {
    const schema = z.string().min(1).max(9);
    expect(names(schema, 'input')).toEqual(['min_length', 'max_length']);
    expect(names(schema, 'output')).toEqual(['min_length', 'max_length']);
  });

  it('binds a caller to what is checked before a change, and a result to what is checked behind it', () => {
    const schema = z
      .string()
      .max(9)
      .overwrite((value) => value.repeat(2))
      .min(4);
    expect(names(schema, 'input')).toEqual(['max_length']);
    expect(names(schema, 'output')).toEqual(['min_length']);
  });

  it('binds a caller to the least length of what is only trimmed', () => {
    expect(names(z.string().trim().min(1).max(9), 'input')).toEqual(['min_length']);
  });

  it('binds a caller to nothing behind a change that fails on samples', () => {
    const schema = z
      .string()
      .overwrite((value) => {
        if (value === '') throw new Error('There is nothing.');
        return value;
      })
      .min(1);
    expect(names(schema, 'input')).toEqual([]);
  });
});
