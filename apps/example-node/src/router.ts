import { EventEmitter, on } from 'node:events';
import { initTRPC } from '@trpc/server';
import * as z from 'zod';

const t = initTRPC.create();
const room = new EventEmitter().setMaxListeners(0);
const lineSchema = z.object({ name: z.string().max(40), text: z.string().max(1000) });

export const appRouter = t.router({
  say: t.procedure.input(lineSchema).mutation(({ input }) => void room.emit('line', input)),
  onSaid: t.procedure.subscription(async function* ({ signal }) {
    for await (const [line] of on(room, 'line', { signal })) yield lineSchema.parse(line);
  }),
});

export type AppRouter = typeof appRouter;
