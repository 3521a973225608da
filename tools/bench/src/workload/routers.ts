import { initTRPC } from '@trpc/server';
import superjson from 'superjson';
import { findItem, itemInput, listItems, streamInput } from './item.js';
import { bulk, burst, idle } from './streams.js';

const plain = initTRPC.create();
const transformed = initTRPC.create({ transformer: superjson });

/** One router for all that serve tRPC routers, without a transformer. */
export const plainRouter = plain.router(createProcedures(plain.procedure));

/** The same router with superjson. */
export const superjsonRouter = transformed.router(createProcedures(transformed.procedure));

export type PlainRouter = typeof plainRouter;
export type SuperjsonRouter = typeof superjsonRouter;

function createProcedures(procedure: typeof plain.procedure) {
  return {
    item: procedure.input(itemInput).query(({ input }) => findItem(input.id)),
    listing: procedure.input(itemInput).query(({ input }) => listItems(input.id)),
    burst: procedure.input(streamInput).subscription(({ input }) => burst(input.count)),
    bulk: procedure.input(streamInput).subscription(({ input }) => bulk(input.count)),
    idle: procedure.input(streamInput).subscription(({ signal }) => idle(signal)),
  };
}
