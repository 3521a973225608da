import { SpanStatusCode, trace } from '@opentelemetry/api';
import { initTRPC, TRPCError } from '@trpc/server';
import { callInfo } from '@trunkline/server';
import * as z from 'zod';
import { inCallSpan } from './call-spans.js';

const t = initTRPC.create();

/** Every procedure is made from this one. */
const procedure = t.procedure.use(({ path, type, signal, next }) =>
  inCallSpan(`${type} ${path}`, callInfo(signal)?.traceparent, async (span) => {
    span.setAttributes({ 'rpc.system': 'trpc', 'rpc.method': path });
    // tRPC gives a failure back instead of throwing it.
    const result = await next();
    if (!result.ok) span.setStatus({ code: SpanStatusCode.ERROR, message: result.error.code });
    return result;
  }),
);

export const appRouter = t.router({
  price: procedure.input(z.string()).query(({ input }) => readPrice(input)),
  prices: procedure.input(z.array(z.string())).subscription(async function* ({ input }) {
    for (const product of input) yield await readPrice(product);
  }),
});

export type AppRouter = typeof appRouter;

const prices = new Map([
  ['pen', 2],
  ['ink', 9],
]);

/** Stands for what instrumented libraries do: it starts a span, and finds its parent by itself. */
function readPrice(product: string): Promise<number> {
  return trace.getTracer('prices').startActiveSpan('read price', async (span) => {
    await Promise.resolve();
    span.setAttribute('product', product).end();
    const price = prices.get(product);
    if (price === undefined) throw new TRPCError({ code: 'NOT_FOUND', message: `There is no ${product}.` });
    return price;
  });
}
