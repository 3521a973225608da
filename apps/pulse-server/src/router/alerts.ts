import { tracked } from '@trpc/server';
import { acknowledgeInputSchema, alertChangesInputSchema, listAlertsInputSchema } from '../schemas/index.js';
import { procedure, router } from './trpc.js';

export const alertsRouter = router({
  /** The newest first. */
  list: procedure.input(listAlertsInputSchema).query(({ ctx, input }) => ctx.alerts.list(input)),

  /** Each opening, acknowledgement and resolution, once and in order; after a lost connection, from where it was lost. */
  onChange: procedure.input(alertChangesInputSchema).subscription(async function* ({ ctx, input, signal }) {
    for await (const { eventId, change } of ctx.alerts.followChanges(input?.lastEventId, signal)) {
      yield tracked(eventId, change);
    }
  }),

  /** Says that somebody looks after it. The first to acknowledge stands; doing it again changes nothing. */
  acknowledge: procedure
    .input(acknowledgeInputSchema)
    .mutation(({ ctx, input }) => ctx.alerts.acknowledge(input.alertId, ctx.caller)),
});
