import { EventEmitter, on } from 'node:events';
import { initTRPC } from '@trpc/server';
import * as z from 'zod';

const t = initTRPC.create();
const changes = new EventEmitter().setMaxListeners(0);
const items = ['bread', 'cheese'];

export const appRouter = t.router({
  add: t.procedure.input(z.string().min(1).max(40)).mutation(({ input }) => {
    items.push(input);
    changes.emit('change');
  }),
  items: t.procedure.query(() => items),
  onCount: t.procedure.subscription(async function* ({ signal }) {
    const news = on(changes, 'change', { signal });
    for (;;) {
      yield items.length;
      await news.next();
    }
  }),
});

export type AppRouter = typeof appRouter;
