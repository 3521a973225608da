import * as z from 'zod';
import { t } from './root.js';

/** What has no value. */
export const nothingRouter = t.router({
  ping: t.procedure.query(() => 'pong' as const),

  void: t.procedure.mutation(() => {}),

  voidPromise: t.procedure.mutation(async () => {
    await Promise.resolve();
  }),

  undefined: t.procedure.query(() => undefined),

  null: t.procedure.query(() => null),

  voidSchema: t.procedure
    .input(z.void())
    .output(z.void())
    .mutation(() => {}),

  undefinedSchema: t.procedure
    .input(z.undefined())
    .output(z.undefined())
    .query(() => undefined),

  never: t.procedure.query((): never => {
    throw new Error('There is no answer.');
  }),

  maybeVoid: t.procedure.input(z.string().optional()).query(({ input }): string | undefined => input),
});
