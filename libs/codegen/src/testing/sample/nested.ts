import * as z from 'zod';
import { t } from './root.js';

const organisation = t.router({
  members: t.router({
    roles: t.router({
      grant: t.procedure.input(z.object({ role: z.string() })).mutation(({ input }) => ({ granted: input.role })),
    }),
    list: t.procedure.query((): string[] => []),
  }),
  byId: t.procedure.input(z.int()).query(({ input }) => ({ id: input })),
});

/** Routers in routers, and names that are no identifiers. */
export const nestedRouter = t.router({
  organisation,
  inline: {
    plain: t.procedure.query(() => 1),
    deeper: { still: t.procedure.query(() => true) },
  },
  'with-dash': t.procedure.input(z.string()).query(({ input }) => input),
  'odd names': t.router({ '2nd': t.procedure.query(() => 2), class: t.procedure.query(() => 'reserved') }),
});
