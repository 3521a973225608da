import * as z from 'zod';
import { t } from './root.js';

const isoDate = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

/** Values that change on their way. */
export const pipesRouter = t.router({
  transformIn: t.procedure
    .input(z.object({ size: z.string().transform((text) => text.length) }))
    .query(({ input }) => input.size + 1),

  transformOut: t.procedure
    .output(
      z.object({
        at: z.date().transform((date) => date.getTime()),
        names: z.string().transform((text) => text.split(',')),
      }),
    )
    .query(() => ({ at: new Date(0), names: 'a,b' })),

  pipe: t.procedure
    .input(
      z
        .string()
        .transform((text) => Number(text))
        .pipe(z.int().min(1)),
    )
    .output(z.number().transform(String).pipe(z.string().min(1)))
    .query(({ input }) => input),

  codec: t.procedure
    .input(z.object({ at: isoDate }))
    .output(z.object({ at: isoDate }))
    .query(({ input }) => ({ at: input.at.toISOString() })),

  preprocess: t.procedure
    .input(z.preprocess((value) => (value === '' ? undefined : value), z.string().optional()))
    .query(({ input }) => input ?? null),

  refined: t.procedure
    .input(
      z.object({ from: z.int(), to: z.int() }).refine(({ from, to }) => from <= to, 'The span ends before it begins.'),
    )
    .query(({ input }) => input.to - input.from),

  overwritten: t.procedure.input(z.string().overwrite((text) => text.toUpperCase())).query(({ input }) => input),
});
