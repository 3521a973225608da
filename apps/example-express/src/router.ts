import { initTRPC } from '@trpc/server';
import type { CreateContextOptions } from '@trunkline/server';
import * as z from 'zod';

/** The request of the upgrade has the headers and cookies that Express sees. */
export function createContext({ req }: CreateContextOptions) {
  return { agent: req.headers['user-agent'] ?? 'somebody' };
}

const t = initTRPC.context<typeof createContext>().create();

export const appRouter = t.router({
  greet: t.procedure.input(z.string()).query(({ ctx, input }) => `Hello ${input}, by way of ${ctx.agent}.`),
  countdown: t.procedure.input(z.number().int().max(1000)).subscription(async function* ({ input }) {
    for (let left = input; left > 0; left -= 1) yield left;
  }),
});

export type AppRouter = typeof appRouter;
