import { setTimeout } from 'node:timers/promises';
import { initTRPC } from '@trpc/server';
import * as z from 'zod';

const t = initTRPC.create();

export const appRouter = t.router({
  greet: t.procedure.input(z.string().max(100)).query(({ input }) => `Hello ${input}`),
  clock: t.procedure.subscription(async function* ({ signal }) {
    for (;;) {
      yield new Date().toLocaleTimeString();
      await setTimeout(1000, undefined, { signal });
    }
  }),
});

export type AppRouter = typeof appRouter;
