import * as z from 'zod';
import { t } from './root.js';

const card = z.object({ method: z.literal('card'), last4: z.string().length(4) }).meta({ id: 'CardPayment' });
const transfer = z.object({ method: z.literal('transfer'), iban: z.string() });
const cash = z.object({ method: z.literal(['cash', 'cheque']), till: z.int().optional() });

/** A shape as plain TypeScript says it. */
export type Shape =
  | { readonly kind: 'circle'; readonly radius: number }
  | { readonly kind: 'square'; readonly side: number }
  | { readonly kind: 'point' };

/** One of several. */
export const unionsRouter = t.router({
  plain: t.procedure
    .input(z.union([z.string(), z.number(), z.date(), z.array(z.string())]))
    .output(z.union([z.string(), z.null(), z.object({ code: z.int() })]))
    .query(() => null),

  discriminated: t.procedure
    .input(z.discriminatedUnion('method', [card, transfer, cash]))
    .output(
      z.discriminatedUnion('ok', [
        z.object({ ok: z.literal(true), value: z.date() }),
        z.object({ ok: z.literal(false), error: z.string() }),
      ]),
    )
    .query(() => ({ ok: false as const, error: 'declined' })),

  nestedDiscriminated: t.procedure
    .input(
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('text'), text: z.string() }),
        z.discriminatedUnion('format', [
          z.object({ type: z.literal('image'), format: z.literal('png') }),
          z.object({ type: z.literal('image'), format: z.literal('jpeg'), quality: z.number() }),
        ]),
      ]),
    )
    .query(({ input }) => input.type),

  exclusive: t.procedure
    .input(z.xor([z.object({ id: z.string() }), z.object({ email: z.email() })]))
    .query(({ input }) => input),

  withUndefined: t.procedure
    .input(
      z.object({ either: z.union([z.string(), z.undefined()]), maybe: z.union([z.number(), z.null()]).optional() }),
    )
    .query(({ input }) => input.either ?? null),

  shapes: t.procedure.query((): Shape[] => [{ kind: 'point' }, { kind: 'circle', radius: 1 }]),

  flow: t.procedure.input(z.boolean()).query(({ input }) => {
    if (input) return { found: true as const, at: new Date(0) };
    return { found: false as const };
  }),
});
