import { setTimeout as delay } from 'node:timers/promises';
import { initTRPC, TRPCError, tracked } from '@trpc/server';
import superjson from 'superjson';
import { z } from 'zod';

/** How the payloads of a router and its clients travel. */
export const PAYLOADS = ['plain', 'superjson'] as const;

export type Payload = (typeof PAYLOADS)[number];

export interface SkewContext {
  readonly token: string | null;
}

/** Every kind of procedure, and counters that say afterwards what ran. */
export function createSkewRouter(payload: Payload) {
  const t = createBuilder(payload);
  const counts = { added: 0, slowRuns: 0, aborted: 0, endedStreams: 0 };
  return t.router({ ...createCalls(t, counts), ...createStreams(t, counts) });
}

export type SkewRouter = ReturnType<typeof createSkewRouter>;

interface Counts {
  added: number;
  slowRuns: number;
  aborted: number;
  endedStreams: number;
}

function createCalls(t: ReturnType<typeof createBuilder>, counts: Counts) {
  return {
    token: t.procedure.query(({ ctx }) => ctx.token),
    echo: t.procedure
      .input(z.object({ id: z.number(), at: z.coerce.date() }))
      .query(({ input }) => ({ ...input, tags: new Set(['a', 'b']) })),
    large: t.procedure.query(() => 'large '.repeat(50_000)),
    add: t.procedure.input(z.number()).mutation(({ input }) => {
      counts.added += input;
      return counts.added;
    }),
    slowly: t.procedure.mutation(async () => {
      counts.slowRuns += 1;
      await delay(300);
      return counts.slowRuns;
    }),
    counts: t.procedure.query(() => counts),
    taken: t.procedure.mutation(() => {
      throw new TRPCError({ code: 'CONFLICT', message: 'It is taken.' });
    }),
    broken: t.procedure.query(() => {
      throw new Error('The password is 1234.');
    }),
    waiting: t.procedure.query(async ({ signal }) => {
      await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }));
      counts.aborted += 1;
      return 'given up';
    }),
  };
}

function createStreams(t: ReturnType<typeof createBuilder>, counts: Counts) {
  return {
    count: t.procedure.input(z.number()).subscription(async function* ({ input }) {
      for (let number = 1; number <= input; number += 1) yield number;
    }),
    untilTold: t.procedure.subscription(async function* ({ signal }) {
      try {
        yield 'begun';
        await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }));
      } finally {
        counts.endedStreams += 1;
      }
    }),
    failing: t.procedure.subscription(async function* () {
      yield 1;
      throw new TRPCError({ code: 'FORBIDDEN', message: 'No more for you.' });
    }),
    orders: t.procedure.input(z.object({ lastEventId: z.string().optional() })).subscription(async function* ({
      input,
    }) {
      for (let id = Number(input.lastEventId ?? 0) + 1; ; id += 1) {
        yield tracked(String(id), { total: id });
        await delay(5);
      }
    }),
    prices: t.procedure.subscription(async function* () {
      for (let price = 1; ; price += 1) {
        yield price;
        await delay(5);
      }
    }),
  };
}

function createBuilder(payload: Payload) {
  const builder = initTRPC.context<SkewContext>();
  if (payload === 'plain') return builder.create();
  // One type for both, because the transformer changes no procedure.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The type of a builder names its transformer.
  return builder.create({ transformer: superjson }) as unknown as ReturnType<typeof builder.create<object>>;
}
