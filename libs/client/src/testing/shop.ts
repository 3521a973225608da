import { initTRPC, lazy, TRPCError, tracked } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import superjson from 'superjson';
import * as z from 'zod';

/** What the procedures of one spec's router did. */
export class ShopLog {
  readonly added: number[] = [];
  abortedCount = 0;
  readonly resumedAt: (string | undefined)[] = [];
  #finish: (() => void) | undefined;

  /** How many slow procedures have begun. */
  slowCount = 0;

  slowBegan(finish: () => void): void {
    this.slowCount += 1;
    this.#finish = finish;
  }

  /** Lets the slow procedure that began last answer. */
  finishSlow(): void {
    this.#finish?.();
  }
}

export interface ShopContext {
  readonly token: string | undefined;
}

/** A router with one of everything that a client can meet. */
export function createShop(log: ShopLog) {
  const t = initTRPC.context<ShopContext>().create({
    transformer: superjson,
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      data: { ...shape.data, when: new Date(5), cause: error.cause },
    }),
  });
  const lateRouter = t.router({ hello: t.procedure.query(() => 'late') });
  return t.router({
    orders: t.router({
      byId: t.procedure.input(z.object({ id: z.number() })).query(({ input }) => ({ id: input.id, at: new Date(7) })),
      missing: t.procedure.query(() => {
        throw new TRPCError({ code: 'NOT_FOUND', message: 'There is no such order.' });
      }),
      add: t.procedure.input(z.number()).mutation(({ input }) => {
        log.added.push(input);
        return log.added.length;
      }),
    }),
    close: t.router({ now: t.procedure.query(() => 'closed now') }),
    whoAmI: t.procedure.query(({ ctx }) => ctx.token ?? null),
    optional: t.procedure.input(z.string().optional()).query(({ input }) => input ?? 'nothing'),
    slow: t.procedure.query(({ signal }) => untilFinished(log, signal)),
    slowAdd: t.procedure.mutation(async ({ signal }) => {
      log.added.push(0);
      return untilFinished(log, signal);
    }),
    late: lazy(() => Promise.resolve({ lateRouter })),
    count: t.procedure.input(z.object({ to: z.number() })).subscription(async function* ({ input }) {
      for (let number = 1; number <= input.to; number += 1) yield number;
    }),
    ticks: t.procedure.subscription(async function* ({ signal }) {
      yield 1;
      yield 2;
      await aborted(signal, log);
    }),
    tracked: t.procedure
      .input(z.object({ lastEventId: z.string().optional() }).optional())
      .subscription(async function* ({ input, signal }) {
        log.resumedAt.push(input?.lastEventId);
        const first = Number(input?.lastEventId ?? 0) + 1;
        yield tracked(String(first), { number: first });
        yield tracked(String(first + 1), { number: first + 1 });
        await aborted(signal, log);
      }),
    failing: t.procedure.subscription(async function* () {
      yield 'one';
      throw new TRPCError({ code: 'CONFLICT', message: 'The shelf fell.' });
    }),
    observed: t.procedure.subscription(() =>
      observable<number>((observer) => {
        observer.next(1);
        observer.next(2);
        observer.complete();
      }),
    ),
  });
}

export type Shop = ReturnType<typeof createShop>;

async function untilFinished(log: ShopLog, signal: AbortSignal | undefined): Promise<string> {
  await new Promise<void>((resolve) => {
    log.slowBegan(resolve);
    signal?.addEventListener('abort', () => {
      log.abortedCount += 1;
      resolve();
    });
  });
  return 'finished';
}

async function aborted(signal: AbortSignal | undefined, log: ShopLog): Promise<void> {
  await new Promise<void>((resolve) => {
    signal?.addEventListener('abort', () => resolve());
  });
  log.abortedCount += 1;
}
