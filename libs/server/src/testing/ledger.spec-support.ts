import { initTRPC, TRPCError } from '@trpc/server';
import * as z from 'zod';
import { callInfo } from '../observation/call-info.js';
import type { TrunklineMeta } from '../router/procedure-meta.js';
import { Gate, whenAborted } from './gate.spec-support.js';

interface Context {
  readonly user: string | null;
}

/** A router of mutations that tell what they did, with gates to hold them by. */
export function createLedger() {
  const t = initTRPC.context<Context>().meta<TrunklineMeta>().create();
  const started = new Gate();
  const released = new Gate();
  const aborted = new Gate<unknown>();
  const ran: string[] = [];
  const router = t.router({
    add: t.procedure.input(z.object({ total: z.number() })).mutation(({ input, ctx }) => {
      ran.push(`${ctx.user ?? 'nobody'} adds ${input.total}`);
      if (input.total < 0) throw new TRPCError({ code: 'CONFLICT', message: 'Less than nothing' });
      return { id: ran.length };
    }),
    slow: t.procedure.mutation(async () => {
      ran.push('slow');
      started.open();
      await released.opened;
      return 'slow but sure';
    }),
    stoppable: t.procedure.mutation(async ({ signal }) => {
      started.open();
      const reason = await whenAborted(signal);
      aborted.open(reason);
      throw reason;
    }),
    keyed: t.procedure.meta({ trunkline: { mutation: { key: 'required' } } }).mutation(({ signal }) => {
      return callInfo(signal)?.key;
    }),
    unkeyed: t.procedure.meta({ trunkline: { mutation: { key: 'off' } } }).mutation(({ signal }) => {
      ran.push('unkeyed');
      return callInfo(signal)?.key ?? 'none';
    }),
    again: t.procedure.meta({ trunkline: { mutation: { mayRunAgain: true } } }).mutation(() => ran.push('again')),
    count: t.procedure.query(() => ran.length),
  });
  return { router, started, released, aborted, ran };
}
