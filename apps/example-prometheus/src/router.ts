import { initTRPC, TRPCError } from '@trpc/server';
import * as z from 'zod';

const t = initTRPC.create();

export const appRouter = t.router({
  half: t.procedure.input(z.number()).query(({ input }) => {
    if (input % 2 === 1) throw new TRPCError({ code: 'BAD_REQUEST', message: `${input} has no whole half.` });
    return input / 2;
  }),
  count: t.procedure.input(z.number().int().max(1000)).subscription(async function* ({ input }) {
    for (let number = 1; number <= input; number += 1) yield number;
  }),
});

export type AppRouter = typeof appRouter;
