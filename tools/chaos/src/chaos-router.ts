import { setTimeout as delay } from 'node:timers/promises';
import { initTRPC, TRPCError, tracked } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import type { TrunklineMeta } from '@trunkline/server';
import * as z from 'zod';
import type { ChaosWorld, StreamName } from './chaos-world.js';

/** Makes the socket's buffers matter. */
const PADDING = 'x'.repeat(400);

/** An event on the wire. */
export interface ChaosEvent {
  readonly number: number;
  readonly padding: string;
}

const addInput = z.object({ key: z.string(), isRefused: z.boolean(), beforeMs: z.number(), afterMs: z.number() });

/** The router of a run, over a world that outlives servers. */
export function createChaosRouter(world: ChaosWorld) {
  const t = initTRPC.meta<TrunklineMeta>().create();
  const last = (stream: StreamName): number => world.recorder.lastOf(stream);
  return t.router({
    ticks: t.procedure.subscription(async function* ({ signal }) {
      for await (const number of world.follow('ticks', last('ticks'), signal)) yield eventOf(number);
    }),
    blips: t.procedure
      .meta({ trunkline: { subscription: { keep: { events: 4, ms: 150 } } } })
      .subscription(async function* ({ signal }) {
        for await (const number of world.follow('blips', last('blips'), signal)) yield eventOf(number);
      }),
    orders: t.procedure
      .input(z.object({ lastEventId: z.string().optional() }).optional())
      .subscription(async function* ({ input, signal }) {
        const after = input?.lastEventId === undefined ? last('orders') : Number(input.lastEventId);
        for await (const number of world.follow('orders', after, signal)) {
          yield tracked(String(number), eventOf(number));
        }
      }),
    // oxlint-disable-next-line typescript/no-deprecated -- An observable is the one source that does not wait, so the one that overflows.
    bursts: t.procedure.subscription(() =>
      observable<ChaosEvent>((observer) =>
        world.listen((stream, number) => stream === 'bursts' && observer.next(eventOf(number))),
      ),
    ),
    add: t.procedure.input(addInput).mutation(async ({ input: { key, isRefused, beforeMs, afterMs } }) => {
      if (isRefused) throw new TRPCError({ code: 'CONFLICT', message: 'It is refused before it does anything.' });
      await delay(beforeMs);
      const answer = world.bringAbout(key);
      await delay(afterMs);
      return answer;
    }),
    last: t.procedure.query(() => last('ticks')),
  });
}

/** The type of the router, for clients. */
export type ChaosRouter = ReturnType<typeof createChaosRouter>;

function eventOf(number: number): ChaosEvent {
  return { number, padding: PADDING };
}
