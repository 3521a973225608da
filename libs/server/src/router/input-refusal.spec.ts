import { describe, expect, it } from '@jest/globals';
import { initTRPC, TRPCError } from '@trpc/server';
import * as z from 'zod';
import { isInputRefusal } from './input-refusal.js';

const t = initTRPC.create();
const caller = t
  .router({ strict: t.procedure.input(z.strictObject({ a: z.number() })).query(() => 1) })
  .createCaller({});

describe('isInputRefusal', () => {
  it('knows what an input parser throws', async () => {
    const thrown: unknown = await caller.strict({ a: 1, b: 2 } as never).catch((error: unknown) => error);
    expect(isInputRefusal(thrown)).toBe(true);
  });

  it('does not take for it what a procedure throws', () => {
    expect(isInputRefusal(new TRPCError({ code: 'BAD_REQUEST', message: 'not today' }))).toBe(false);
    expect(isInputRefusal(new TRPCError({ code: 'NOT_FOUND', cause: new Error('inner') }))).toBe(false);
    expect(isInputRefusal(new Error('BAD_REQUEST'))).toBe(false);
  });
});
