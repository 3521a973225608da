import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import * as mini from 'zod/mini';
import { date, literal, number, readIn, readOut, text, union } from './read-zod.spec-support.js';

describe('readForm', () => {
  it.each([
    [z.boolean(), { kind: 'boolean' }],
    [z.null(), { kind: 'null' }],
    [z.undefined(), { kind: 'undefined' }],
    [z.void(), { kind: 'void' }],
    [z.any(), { kind: 'any' }],
    [z.unknown(), { kind: 'unknown' }],
    [z.never(), { kind: 'never' }],
    [z.symbol(), { kind: 'symbol' }],
    [z.nan(), number],
    [z.date(), date],
    [mini.optional(mini.string()), union(text, { kind: 'undefined' })],
  ])('reads what has no parts: %#', (schema, node) => {
    expect(readIn(schema)).toEqual(node);
  });

  it('lets anything come where it is coerced, and says what goes', () => {
    expect(readIn(z.coerce.number().min(1))).toEqual({ kind: 'unknown' });
    expect(readOut(z.coerce.number().min(1))).toEqual({ kind: 'number', minimum: 1 });
    expect(readIn(z.coerce.date())).toEqual({ kind: 'unknown' });
  });

  it('reads unions in the order of the schema, and what tells their members apart', () => {
    const one = z.object({ kind: z.literal('one') });
    const two = z.object({ kind: z.literal('two') });
    const members = ['one', 'two'].map((value) => ({
      kind: 'object',
      properties: [{ name: 'kind', type: literal(value) }],
    }));
    expect(readIn(z.union([z.number(), z.string()]))).toEqual(union(number, text));
    expect(readIn(z.discriminatedUnion('kind', [one, two]))).toEqual({
      kind: 'union',
      of: members,
      discriminator: 'kind',
    });
    expect(readIn(z.xor([one, two]))).toEqual({ kind: 'union', of: members });
    expect(readIn(one.and(two))).toEqual({ kind: 'intersection', of: members });
  });
});
