import * as z from 'zod';
import { t } from './root.js';

/** Procedures that say what they are for. */
export const documentedRouter = t.router({
  /**
   * Counts the words of a text.
   *
   * Words are what stands between blanks, so `don't` is one.
   *
   * @see https://example.com/words
   */
  commented: t.procedure.input(z.string()).query(({ input }) => input.split(' ').length),

  described: t.procedure
    .meta({ description: 'Counts the letters of a text.', owner: 'language' })
    .input(z.string().describe('Any text, with `*/` and "quotes" in it.'))
    .output(z.int().describe('Never below 0.'))
    .query(({ input }) => input.length),

  /** Overruled by its meta, which is there at run time too. */
  both: t.procedure.meta({ description: 'Says who asks.' }).query(({ ctx }) => ctx.userId),

  /** @deprecated Use `documented.commented`. */
  old: t.procedure.input(z.string()).query(({ input }) => input.length),

  older: t.procedure
    .meta({ deprecated: 'Use `documented.described`.' })
    .input(z.object({ text: z.string().meta({ deprecated: true }) }).meta({ title: 'Older input' }))
    .query(({ input }) => input.text.length),

  oldest: t.procedure.meta({ deprecated: true }).query(() => 0),
});
