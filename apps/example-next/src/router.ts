import { EventEmitter, on } from 'node:events';
import { initTRPC } from '@trpc/server';

const t = initTRPC.create();
const changes = new EventEmitter().setMaxListeners(0);
let votes = 0;

export const appRouter = t.router({
  vote: t.procedure.mutation(() => {
    votes += 1;
    changes.emit('change');
    return votes;
  }),
  onVotes: t.procedure.subscription(async function* ({ signal }) {
    const news = on(changes, 'change', { signal });
    for (;;) {
      yield votes;
      await news.next();
    }
  }),
});

export type AppRouter = typeof appRouter;
