import { initTRPC, tracked } from '@trpc/server';
import type { TrunklineMeta } from '@trunkline/server';
import superjson from 'superjson';
import { findItem, itemInput, listItems, numbersInput, streamInput } from './item.js';
import { numbers } from './numbers.js';
import { order } from './order.js';
import { bulk, burst, idle } from './streams.js';

const plain = initTRPC.meta<TrunklineMeta>().create();
const transformed = initTRPC.meta<TrunklineMeta>().create({ transformer: superjson });

/** One router for all that serve tRPC routers, without a transformer. */
export const plainRouter = plain.router(createProcedures(plain.procedure));

/** The same router with superjson. */
export const superjsonRouter = transformed.router(createProcedures(transformed.procedure));

export type PlainRouter = typeof plainRouter;
export type SuperjsonRouter = typeof superjsonRouter;

function createProcedures(procedure: typeof plain.procedure) {
  const unkept = procedure.meta({ trunkline: { subscription: { keep: false } } });
  return {
    item: procedure.input(itemInput).query(({ input }) => findItem(input.id)),
    listing: procedure.input(itemInput).query(({ input }) => listItems(input.id)),
    order: procedure.input(itemInput).mutation(({ input }) => order(input.id)),
    burst: procedure.input(streamInput).subscription(({ input }) => burst(input.count)),
    unkept: unkept.input(streamInput).subscription(({ input }) => burst(input.count)),
    bulk: procedure.input(streamInput).subscription(({ input }) => bulk(input.count)),
    idle: procedure.input(streamInput).subscription(({ signal }) => idle(signal)),
    numbers: procedure.input(streamInput).subscription(({ signal }) => numbers(signal)),
    trackedNumbers: procedure.input(numbersInput).subscription(async function* ({ input, signal }) {
      for await (const number of numbers(signal, input.lastEventId)) yield tracked(String(number), number);
    }),
  };
}
