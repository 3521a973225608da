import * as z from 'zod';
import { t } from './root.js';

/** Values that are types of their own. */
export const literalsRouter = t.router({
  single: t.procedure
    .input(z.literal('on'))
    .output(z.literal(true))
    .query(() => true as const),

  several: t.procedure
    .input(z.object({ mode: z.literal(['fast', 'slow', 3, false]), none: z.literal(null) }))
    .output(z.literal([1, 2, 3]))
    .query(() => 2 as const),

  big: t.procedure
    .input(z.literal(7n))
    .output(z.literal([1n, 12_345_678_901_234_567_890n]))
    .query(() => 1n as const),

  template: t.procedure
    .input(
      z.object({
        size: z.templateLiteral([z.number(), z.enum(['px', 'em', 'rem'])]),
        version: z.templateLiteral(['v', z.int(), '.', z.int()]),
        greeting: z.templateLiteral(['hello ', z.string(), '!']),
      }),
    )
    .output(z.templateLiteral(['order-', z.string()]))
    .query((): `order-${string}` => 'order-1'),

  awkward: t.procedure
    .output(z.literal(["it's", 'say "hi"', 'a\\b', 'line\nbreak', '${no}', '`tick`', '*/']))
    .query(() => "it's" as const),
});
