import { initTRPC } from '@trpc/server';
import * as z from 'zod';

const t = initTRPC.create();

export const appRouter = t.router({
  shout: t.procedure.input(z.string().max(1000)).query(({ input }) => input.toUpperCase()),
  letters: t.procedure.input(z.string().max(1000)).subscription(async function* ({ input }) {
    for (const letter of input) yield letter;
  }),
});

export type AppRouter = typeof appRouter;
