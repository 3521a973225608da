import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { changesValues } from './changes-values.js';

const codec = z.codec(z.string(), z.date(), { decode: (value) => new Date(value), encode: String });

describe('changesValues', () => {
  it.each([
    [z.string().transform(Number)],
    [z.object({ a: z.array(codec).optional() })],
    [z.union([z.string(), z.stringbool()])],
    [
      z.tuple(
        [z.string()],
        z.preprocess((value) => value, z.string()),
      ),
    ],
    [z.record(z.string(), codec)],
    [z.lazy(() => codec)],
  ])('finds what changes values: %#', (schema) => expect(changesValues(schema)).toBe(true));

  it('runs no check of an application, and ends with a recursion', () => {
    const tree = z.object({
      name: z.string().refine(() => {
        throw new Error('It was run.');
      }),
      get children(): z.ZodType {
        return z.array(tree).default([]);
      },
    });
    expect(changesValues(tree)).toBe(false);
  });
});
