import { EventEmitter, on } from 'node:events';
import { initTRPC } from '@trpc/server';
import * as z from 'zod';

interface Line {
  readonly name: string;
  readonly text: string;
}

const t = initTRPC.create();
const room = new EventEmitter<{ line: [Line] }>().setMaxListeners(0);

export const appRouter = t.router({
  say: t.procedure
    .input(z.object({ name: z.string().max(40), text: z.string().max(1000) }))
    .mutation(({ input }) => void room.emit('line', input)),
  onSaid: t.procedure.subscription(async function* ({ signal }) {
    for await (const [line] of on(room, 'line', { signal })) yield line as Line;
  }),
});

export type AppRouter = typeof appRouter;
