import { tracked } from '@trpc/server';
import { historyInputSchema, reportInputSchema, samplesInputSchema } from '../schemas/index.js';
import { procedure, router } from './trpc.js';

export const hostsRouter = router({
  /** All hosts, by name. */
  list: procedure.query(({ ctx }) => ctx.hosts.list()),

  /** A window of one host's past in as few buckets as the chart can show; null where no sample came. */
  history: procedure.input(historyInputSchema).query(({ ctx, input }) => ctx.hosts.history(input)),

  /** One sample from a host's agent. Reporting the same moment twice stores it once, so an agent may safely send again. */
  report: procedure.input(reportInputSchema).mutation(({ ctx, input }) => ctx.hosts.report(input)),

  /** Every sample of one host after the given event, then each new one as it comes: nothing lost, nothing twice. */
  samples: procedure.input(samplesInputSchema).subscription(async function* ({ ctx, input, signal }) {
    for await (const { eventId, sample } of ctx.hosts.followSamples(input, signal)) {
      yield tracked(eventId, sample);
    }
  }),

  /** The list of hosts: at once, and again whenever a host appears, goes silent or comes back. */
  onChange: procedure.subscription(async function* ({ ctx, signal }) {
    yield* ctx.hosts.followList(signal);
  }),
});
