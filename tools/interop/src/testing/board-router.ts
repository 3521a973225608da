import { initTRPC, TRPCError, tracked } from '@trpc/server';
import type { BoardLog } from './board-log.js';

/** A router with what hooks are used for. */
export function createBoardRouter(log: BoardLog) {
  const { router, procedure } = initTRPC.create();
  return router({
    notes: procedure.query(() => [...log.notes]),
    add: procedure.input(readText).mutation(({ input }) => {
      log.notes.push(input);
      return log.notes.length;
    }),
    missing: procedure.query((): string => {
      throw new TRPCError({ code: 'NOT_FOUND', message: 'There is no such note.' });
    }),
    // The numbers go on where the last one ended, so that a reader sees 1 and after a lost connection 2.
    onNote: procedure.input(readPosition).subscription(async function* ({ input, signal }) {
      log.resumedAt.push(input?.lastEventId);
      const number = Number(input?.lastEventId ?? 0) + 1;
      yield tracked(String(number), { number });
      await log.waitForAbort(signal);
    }),
    once: procedure.input(readText).subscription(async function* ({ input }) {
      yield `${input} begins`;
      await log.waitForFinish();
      yield `${input} ends`;
    }),
    failing: procedure.subscription(async function* () {
      yield 1;
      throw new TRPCError({ code: 'CONFLICT', message: 'The board fell.' });
    }),
  });
}

export type BoardRouter = ReturnType<typeof createBoardRouter>;

function readText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError('A text is wanted.');
}

function readPosition(value: unknown): { readonly lastEventId?: string } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return 'lastEventId' in value && typeof value.lastEventId === 'string' ? { lastEventId: value.lastEventId } : {};
}
