import { tracked } from '@trpc/server';
import { callInfo } from '@trunkline/server';
import { acknowledgeInputSchema, alertChangesInputSchema, listAlertsInputSchema } from '../schemas/index.js';
import type { Context } from './context.js';
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

  /**
   * Says that somebody looks after it. The first to acknowledge stands; doing it again changes nothing. Its key is in the database
   * with what it did, so that a client whose call was cut off learns what became of it, also from a server that was started anew.
   */
  acknowledge: procedure
    .meta({
      trunkline: {
        mutation: { recover: (context: Context, key: string) => context.alerts.recoverAcknowledgement(key) },
      },
    })
    .input(acknowledgeInputSchema)
    .mutation(({ ctx, input, signal }) => ctx.alerts.acknowledge(input.alertId, ctx.caller, callInfo(signal)?.key)),
});
