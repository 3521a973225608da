import * as z from 'zod';
import { t } from './root.js';

const userId = z.uuid().brand<'UserId'>();
const amount = z.number().min(0).brand<'Euro'>();

/** The brand of an application that uses no zod for it. */
export type OrderId = string & { readonly __brand: 'OrderId' };

/** Types that are told apart by their names. */
export const brandsRouter = t.router({
  byId: t.procedure
    .input(z.object({ id: userId }))
    .output(z.object({ id: userId, paid: amount }))
    .query(({ input }) => ({ id: input.id, paid: amount.parse(1) })),

  branded: t.procedure.input(z.array(userId)).query(({ input }) => ({ first: input[0] ?? null })),

  objects: t.procedure.input(z.object({ x: z.number() }).brand<'Point'>()).query(({ input }) => input),

  own: t.procedure.query((): { id: OrderId } => ({ id: 'order-1' as OrderId })),
});
