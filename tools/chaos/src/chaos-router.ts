import { setTimeout as delay } from 'node:timers/promises';
import { initTRPC, TRPCError, tracked } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { callInfo, type MutationPolicy, type TrunklineMeta } from '@trunkline/server';
import * as z from 'zod';
import type { ChaosStage } from './chaos-world.js';
import type { ChaosContext } from './credentials.js';
import { receiptOf, textOf } from './receipt.js';
import type { StreamName } from './streams.js';

/** Makes the socket's buffers matter. */
const PADDING = 'x'.repeat(400);

/** An event on the wire. */
export interface ChaosEvent {
  readonly number: number;
  readonly padding: string;
}

const addInput = z.object({
  key: z.string(),
  isRefused: z.boolean(),
  beforeMs: z.number(),
  afterMs: z.number(),
  size: z.number(),
});

/** The router of a run, over a stage that outlives servers. */
export function createChaosRouter({ streams, ledger }: ChaosStage) {
  const t = initTRPC.context<ChaosContext>().meta<TrunklineMeta>().create();
  const last = (stream: StreamName): number => streams.lastOf(stream);
  const follow = async function* (stream: StreamName, signal: AbortSignal | undefined) {
    for await (const number of streams.follow(stream, last(stream), signal)) yield eventOf(number);
  };
  // Writes the name of the call with its effect, so that the next server finds out whether it ran.
  const recover: MutationPolicy['recover'] = (_context, callKey, input) => {
    const number = ledger.find(callKey);
    return number === undefined ? undefined : { output: receiptOf(number, addInput.parse(input).size) };
  };
  const addition = t.procedure.input(addInput);
  const bringAbout = async (
    { key, isRefused, beforeMs, afterMs, size }: z.infer<typeof addInput>,
    once: string | undefined,
  ) => {
    if (isRefused) throw new TRPCError({ code: 'CONFLICT', message: 'It is refused before it does anything.' });
    await delay(beforeMs);
    const number = ledger.bringAbout(key, once);
    await delay(afterMs);
    return receiptOf(number, size);
  };
  return t.router({
    ticks: t.procedure.subscription(({ signal }) => follow('ticks', signal)),
    blips: t.procedure
      .meta({ trunkline: { subscription: { keep: { events: 4, ms: 150 } } } })
      .subscription(({ signal }) => follow('blips', signal)),
    levels: t.procedure
      .meta({ trunkline: { subscription: { overflow: 'latest' } } })
      .subscription(({ signal }) => follow('levels', signal)),
    orders: t.procedure
      .input(z.object({ lastEventId: z.string().optional() }).optional())
      .subscription(async function* ({ input, signal }) {
        const after = input?.lastEventId === undefined ? last('orders') : Number(input.lastEventId);
        for await (const number of streams.follow('orders', after, signal)) {
          yield tracked(String(number), eventOf(number));
        }
      }),
    // oxlint-disable-next-line typescript/no-deprecated -- An observable is the one source that does not wait, so the one that overflows.
    bursts: t.procedure.subscription(() =>
      observable<ChaosEvent>((observer) =>
        streams.listen((stream, number) => stream === 'bursts' && observer.next(eventOf(number))),
      ),
    ),
    add: addition.mutation(({ input }) => bringAbout(input, undefined)),
    addSurely: addition
      .meta({ trunkline: { mutation: { recover } } })
      .mutation(({ input, signal }) => bringAbout(input, callInfo(signal)?.key)),
    last: t.procedure.query(() => last('ticks')),
    text: t.procedure.input(z.object({ size: z.number() })).query(({ input }) => textOf(0, input.size)),
  });
}

/** The type of the router, for clients. */
export type ChaosRouter = ReturnType<typeof createChaosRouter>;

function eventOf(number: number): ChaosEvent {
  return { number, padding: PADDING };
}
