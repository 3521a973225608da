import { tracked } from '@trpc/server';
import * as z from 'zod';
import { Notes } from './notes.js';
import { memberProcedure, publicProcedure, router } from './trpc.js';

const notes = new Notes();

export const appRouter = router({
  list: publicProcedure.query(() => notes.list()),
  add: memberProcedure
    .input(z.object({ text: z.string().min(1) }))
    .mutation(({ ctx, input }) => notes.add(ctx.user, input.text)),
  onAdd: publicProcedure
    .input(z.object({ lastEventId: z.string().optional() }).optional())
    .subscription(async function* ({ input, signal }) {
      for await (const note of notes.follow(Number(input?.lastEventId ?? 0), signal)) {
        yield tracked(String(note.id), note);
      }
    }),
});

export type AppRouter = typeof appRouter;
