import { lazy } from '@trpc/server';
import * as z from 'zod';
import { t } from './root.js';

/** A router that is only loaded when somebody asks for it, and holds another. */
export const reportsRouter = t.router({
  yearly: t.procedure
    .input(z.object({ year: z.int().min(1970).meta({ description: 'Of the Gregorian calendar.' }) }))
    .output(z.object({ year: z.int(), sum: z.bigint() }))
    .query(({ input }) => ({ year: input.year, sum: 1n })),

  archive: lazy(() => import('./archive.js').then(({ archiveRouter }) => archiveRouter)),
});
