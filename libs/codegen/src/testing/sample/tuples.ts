import * as z from 'zod';
import { t } from './root.js';

/** Lists, with and without places of their own. */
export const tuplesRouter = t.router({
  arrays: t.procedure
    .input(
      z.object({
        some: z.array(z.string()).min(1).max(10),
        three: z.array(z.int()).length(3),
        deep: z.array(z.array(z.boolean())),
      }),
    )
    .output(z.array(z.object({ id: z.string() })).nonempty())
    .query(() => [{ id: '1' }]),

  pairs: t.procedure
    .input(z.tuple([z.string(), z.number()]))
    .output(z.tuple([z.number(), z.tuple([z.boolean()])]))
    .query((): [number, [boolean]] => [1, [true]]),

  rest: t.procedure
    .input(z.tuple([z.string()], z.number()))
    .output(z.tuple([z.string(), z.date()], z.boolean()))
    .query((): [string, Date, ...boolean[]] => ['a', new Date(0), true]),

  optional: t.procedure
    .input(z.tuple([z.string(), z.number().optional(), z.boolean().optional()]))
    .output(z.tuple([z.string(), z.number().optional()]))
    .query((): [string, number?] => ['a']),

  named: t.procedure.query((): readonly [longitude: number, latitude: number, altitude?: number] => [8.6, 50.1]),

  spread: t.procedure.query((): [first: string, ...others: Date[]] => ['a', new Date(0)]),
});
