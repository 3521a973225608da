import { TRPCError, tracked } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import * as z from 'zod';
import type { InteropLog } from './interop-log.js';
import type { Trpc } from './interop-trpc.js';

/** Every kind of subscription. */
export function createSubscriptions({ procedure }: Trpc, log: InteropLog) {
  return {
    ...createEndless({ procedure }, log),
    count: procedure.input(z.object({ to: z.number() })).subscription(async function* ({ input }) {
      for (let number = 1; number <= input.to; number += 1) yield number;
    }),
    dates: procedure.subscription(async function* () {
      yield { at: new Date(7) };
    }),
    empty: procedure.subscription(async function* () {
      // It has no event.
    }),
    observed: procedure.subscription(() =>
      observable<number>((observer) => {
        observer.next(1);
        observer.next(2);
        observer.complete();
      }),
    ),
    observedFailing: procedure.subscription(() =>
      observable<number>((observer) => {
        observer.next(1);
        observer.error(new TRPCError({ code: 'CONFLICT', message: 'The shelf fell.' }));
      }),
    ),
    failingAtOnce: procedure.input(z.boolean().default(true)).subscription(async function* ({ input }) {
      if (input) throw new TRPCError({ code: 'FORBIDDEN', message: 'Not for you.' });
      yield 1;
    }),
    refusing: procedure.subscription((): AsyncIterable<number> => {
      throw new TRPCError({ code: 'PRECONDITION_FAILED', message: 'Closed today.' });
    }),
    failingLater: procedure.subscription(async function* () {
      yield 1;
      throw new TRPCError({ code: 'CONFLICT', message: 'The shelf fell.' });
    }),
    typed: procedure.input(z.object({ room: z.string() })).subscription(async function* ({ input }) {
      yield input.room;
    }),
  };
}

function createEndless({ procedure }: Pick<Trpc, 'procedure'>, log: InteropLog) {
  return {
    ticks: procedure.subscription(async function* ({ signal }) {
      yield 1;
      yield 2;
      await log.waitForAbort(signal);
    }),
    // Its end waits for the spec.
    untidy: procedure.subscription(async function* () {
      try {
        yield 1;
        await log.waitForFinish();
      } finally {
        log.abortedCount += 1;
      }
    }),
    observedTicks: procedure.subscription(() =>
      observable<number>((observer) => {
        observer.next(1);
        observer.next(2);
        log.waitingCount += 1;
        return () => {
          log.abortedCount += 1;
        };
      }),
    ),
    // The ids go on where the last one ended, so that a reader sees 1, 2 and after a lost connection 3, 4.
    trackedEvents: procedure
      .input(z.object({ room: z.string().optional(), lastEventId: z.string().optional() }).optional())
      .subscription(async function* ({ input, signal }) {
        log.resumedAt.push(input?.lastEventId);
        const first = Number(input?.lastEventId ?? 0) + 1;
        yield tracked(String(first), { number: first });
        yield tracked(String(first + 1), { number: first + 1 });
        await log.waitForAbort(signal);
      }),
    mixed: procedure.input(z.object({ lastEventId: z.string().optional() }).optional()).subscription(async function* ({
      input,
      signal,
    }) {
      log.resumedAt.push(input?.lastEventId);
      const next = String(Number(input?.lastEventId ?? 0) + 1);
      yield tracked(next, 'tracked');
      yield 'untracked';
      await log.waitForAbort(signal);
    }),
    strict: procedure.input(z.strictObject({ room: z.string() })).subscription(async function* ({ input, signal }) {
      yield tracked('1', input.room);
      await log.waitForAbort(signal);
    }),
    withoutInput: procedure.subscription(async function* ({ signal }) {
      yield tracked('1', 'event');
      await log.waitForAbort(signal);
    }),
  };
}
