import { tracked } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import * as z from 'zod';
import { t } from './root.js';

/** What a host says of itself. */
export interface Sample {
  readonly host: string;
  readonly at: Date;
  /** Between 0 and 1. */
  readonly load: number;
}

const tick = z.object({ count: z.int(), at: z.date() }).meta({ id: 'Tick' });

/** Checks that something can be iterated, as tRPC's documentation shows it; what it yields is the compiler's to say. */
const asyncIterableOf = <T>(item: z.ZodType<T>) =>
  z.custom<AsyncIterable<T, void, unknown>>(
    (value) => item !== undefined && typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  );

/** Subscriptions of every make. */
export const streamsRouter = t.router({
  generator: t.procedure
    .input(z.object({ host: z.string(), everyMs: z.int().min(100).default(1000) }))
    .subscription(async function* ({ input }): AsyncGenerator<Sample, void, unknown> {
      yield await Promise.resolve({ host: input.host, at: new Date(0), load: 0 });
    }),

  inferred: t.procedure.subscription(async function* () {
    yield await Promise.resolve({ kind: 'opened' as const, at: new Date(0) });
    yield { kind: 'moved' as const, x: 1, y: 2 };
    yield { kind: 'closed' as const };
  }),

  primitives: t.procedure.subscription(async function* () {
    yield await Promise.resolve('a');
    yield 1;
    yield null;
  }),

  tracked: t.procedure
    .meta({ trunkline: { subscription: { overflow: 'latest' } } })
    .input(z.object({ lastEventId: z.string().nullish() }).optional())
    .subscription(async function* () {
      yield tracked('1', await Promise.resolve({ order: 'a', at: new Date(0) }));
    }),

  trackedUnion: t.procedure.subscription(async function* () {
    yield tracked('1', await Promise.resolve({ type: 'added' as const, id: 1 }));
    yield tracked('2', { type: 'removed' as const, id: 1, reason: 'old' });
  }),

  observed: t.procedure
    .input(z.object({ topic: z.string() }))
    // oxlint-disable-next-line typescript/no-deprecated -- Routers still have them, and they must be read.
    .subscription(({ input }) =>
      observable<{ topic: string; value: number }>((emit) => emit.next({ topic: input.topic, value: 1 })),
    ),

  checked: t.procedure.output(asyncIterableOf(tick)).subscription(async function* () {
    yield await Promise.resolve({ count: 1, at: new Date(0) });
  }),

  nothing: t.procedure.subscription(async function* (): AsyncGenerator<undefined, void, unknown> {
    yield await Promise.resolve(undefined);
  }),

  bigints: t.procedure.subscription(async function* () {
    yield await Promise.resolve(1n);
  }),
});
