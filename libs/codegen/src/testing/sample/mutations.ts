import * as z from 'zod';
import { t } from './root.js';

const draft = z.object({ title: z.string().min(1), body: z.string().default('') }).meta({ id: 'Draft' });

/** What changes something. */
export const mutationsRouter = t.router({
  create: t.procedure
    .meta({ trunkline: { mutation: { key: 'required' } } })
    .input(draft)
    .output(z.object({ id: z.uuid(), createdAt: z.date() }))
    .mutation(() => ({ id: '00000000-0000-4000-8000-000000000000', createdAt: new Date(0) })),

  pay: t.procedure
    .meta({
      description: 'Takes the money.',
      owner: 'billing',
      trunkline: {
        mutation: { key: 'required', mayRunAgain: false },
        errors: { CARD_DECLINED: 'The bank said no.', ALREADY_PAID: 'Somebody was faster.' },
      },
    })
    .input(z.object({ orderId: z.string(), cents: z.int().positive() }))
    .mutation(({ input }) => ({ paid: input.cents })),

  rename: t.procedure
    .meta({ trunkline: { mutation: { mayRunAgain: true }, errors: { NOT_FOUND: 'There is no such thing.' } } })
    .input(z.object({ id: z.string(), name: z.string().trim().min(1) }))
    .mutation(({ input }) => input),

  remove: t.procedure
    .meta({ trunkline: { errors: {} } })
    .input(z.object({ ids: z.array(z.string()).min(1).max(100) }))
    .mutation(() => {}),
});
