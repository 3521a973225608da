import { initTRPC, TRPCError, tracked } from '@trpc/server';
import * as z from 'zod';
import type { TrunklineMeta } from '../router/procedure-meta.js';
import { Gate } from './gate.spec-support.js';

interface Context {
  readonly user: string | null;
}

const t = initTRPC.context<Context>().meta<TrunklineMeta>().create();

/** Procedures that give what the spec hands them, and whose middleware refuses whom the spec names. */
export function createFeed() {
  const log: string[] = [];
  const refused = new Map<string, TRPCError>();
  const queue: unknown[] = [];
  const released = new Gate();
  let wake: () => void = () => undefined;
  const push = (...events: unknown[]): void => {
    queue.push(...events);
    wake();
  };
  async function* read(name: string, signal: AbortSignal | undefined): AsyncGenerator {
    log.push(`${name} begins`);
    signal?.addEventListener('abort', () => {
      log.push(`${name} aborts`);
      wake();
    });
    const isAborted = (): boolean => signal?.aborted === true;
    try {
      while (!isAborted()) {
        const event = queue.shift();
        if (event === 'end') return;
        if (event === 'fail') throw new TRPCError({ code: 'CONFLICT', message: 'over' });
        if (event !== undefined) yield event;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } finally {
      log.push(`${name} cleans up`);
      released.open();
    }
  }
  const guarded = t.procedure.use(({ ctx, next }) => {
    const error = refused.get(ctx.user ?? '');
    if (error) throw error;
    return next();
  });
  const room = z.object({ room: z.string() }).optional();
  const router = t.router({
    live: guarded.input(room).subscription(({ signal }) => read('live', signal)),
    tracked: guarded.subscription(async function* ({ signal }) {
      for await (const event of read('tracked', signal)) yield tracked(String(event), event);
    }),
    unkept: t.procedure
      .meta({ trunkline: { subscription: { keep: false } } })
      .subscription(({ signal }) => read('unkept', signal)),
    short: t.procedure
      .meta({ trunkline: { subscription: { keep: { events: 2 } } } })
      .subscription(({ signal }) => read('short', signal)),
    fine: t.procedure.query(() => 'fine'),
  });
  return { router, log, refused, push, released: released.opened };
}
