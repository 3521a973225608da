import { initTRPC, TRPCError, tracked } from '@trpc/server';
import superjson from 'superjson';
import * as z from 'zod';

/** What the procedures of one spec's router did. */
export class ShopLog {
  readonly added: number[] = [];
  /** Events that the endless subscription was asked for. */
  endlessCount = 0;
  /** Subscriptions and calls that were ended by their caller. */
  abortedCount = 0;
  /** Called whenever one was. */
  onAborted: () => void = () => undefined;

  aborted(): void {
    this.abortedCount += 1;
    this.onAborted();
  }
}

export interface ShopContext {
  readonly token: string | undefined;
  readonly trace: string | undefined;
}

const t = initTRPC.context<ShopContext>().create();
const rich = initTRPC.context<ShopContext>().create({ transformer: superjson });

/** A router with one of everything that a command can meet, without a transformer. */
export function createShop(log: ShopLog) {
  return t.router({
    orders: t.router({
      byId: t.procedure.input(z.object({ id: z.number() })).query(({ input }) => ({ id: input.id, item: 'tea' })),
      missing: t.procedure.query(() => {
        throw new TRPCError({ code: 'NOT_FOUND', message: 'There is no such order.\u001b[31m' });
      }),
      add: t.procedure.input(z.number()).mutation(({ input }) => log.added.push(input)),
    }),
    nothing: t.procedure.query(() => undefined),
    whoAmI: t.procedure.query(({ ctx }) => ctx),
    never: t.procedure.query(({ signal }) => untilAborted(signal, log)),
    count: t.procedure.input(z.object({ to: z.number() })).subscription(async function* ({ input }) {
      for (let number = 1; number <= input.to; number += 1) yield { number };
    }),
    tracked: t.procedure.subscription(async function* ({ signal }) {
      yield tracked('a7', 'first');
      yield tracked('a8', 'second');
      await untilAborted(signal, log);
    }),
    endless: t.procedure.subscription(async function* ({ signal }) {
      try {
        for (;;) {
          log.endlessCount += 1;
          yield { number: log.endlessCount, filler: 'x'.repeat(1000) };
          // Whatever else there is to do has its turn.
          await new Promise((resolve) => {
            setImmediate(resolve);
          });
        }
      } finally {
        if (signal?.aborted === true) log.aborted();
      }
    }),
    failing: t.procedure.subscription(async function* () {
      yield 'one';
      throw new TRPCError({ code: 'CONFLICT', message: 'The shelf fell.' });
    }),
  });
}

/** A router whose values JSON has no form for, with superjson. */
export function createRichShop() {
  return rich.router({
    everything: rich.procedure.query(() => ({
      at: new Date(0),
      stock: new Map([['tea', 3n]]),
      tags: new Set(['a']),
    })),
    dayAfter: rich.procedure.input(z.object({ at: z.date() })).query(({ input }) => {
      return new Date(input.at.getTime() + 86_400_000);
    }),
    days: rich.procedure.subscription(async function* () {
      yield tracked('0', { at: new Date(0) });
      yield { at: new Date(86_400_000) };
    }),
  });
}

async function untilAborted(signal: AbortSignal | undefined, log: ShopLog): Promise<void> {
  await new Promise<void>((resolve) => {
    signal?.addEventListener('abort', () => resolve());
  });
  log.aborted();
}
