import { lazy, TRPCError } from '@trpc/server';
import * as z from 'zod';
import type { InteropLog } from './interop-log.js';
import { createSubscriptions } from './interop-subscriptions.js';
import { createTrpc, type Transformation, type Trpc } from './interop-trpc.js';

/** What `Error` says that must stay on the server. */
export const SECRET = 'connect ECONNREFUSED db:5432';

/** A router with one of everything that tRPC can serve over a WebSocket. */
export function createInteropRouter(transformation: Transformation, log: InteropLog) {
  const t = createTrpc(transformation);
  const { router, procedure } = t;
  const guarded = procedure.use(({ ctx, next }) => {
    if (ctx.token === undefined) throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Show a token.' });
    return next({ ctx: { name: `bearer of ${ctx.token}` } });
  });
  const lateRouter = router({ hello: procedure.query(() => 'late'), ...createSubscriptions(t, log) });
  return router({
    greet: procedure.input(z.object({ name: z.string() })).query(({ input }) => `Hello ${input.name}`),
    optional: procedure.input(z.string().optional()).query(({ input }) => input ?? 'nothing'),
    echo: procedure.input(z.unknown()).query(({ input }) => input),
    echoMutation: procedure.input(z.unknown()).mutation(({ input }) => input),
    nothing: procedure.query(() => undefined),
    rich: procedure.query(() => ({ at: new Date(7), missing: undefined, list: [new Date(8)] })),
    add: procedure.input(z.number()).mutation(({ input }) => {
      log.added.push(input);
      return log.added.length;
    }),
    slow: procedure.query(async () => {
      await log.waitForFinish();
      return 'finished';
    }),
    untilAborted: procedure.query(({ signal }) => log.waitForAbort(signal)),
    slowAdd: procedure.input(z.number()).mutation(async ({ input }) => {
      log.added.push(input);
      await log.waitForFinish();
      return 'finished';
    }),
    nested: router({ deeper: router({ here: procedure.query(() => 'deep') }) }),
    late: lazy(() => Promise.resolve({ lateRouter })),
    unloadable: lazy((): Promise<{ lateRouter: typeof lateRouter }> => Promise.reject(new Error(SECRET))),
    whoAmI: procedure.query(({ ctx }) => ctx.token ?? 'nobody'),
    guarded: guarded.query(({ ctx }) => ctx.name),
    shaped: procedure.output(z.object({ id: z.number() })).query(() => ({ id: 3, extra: 'hidden' })),
    misshapen: procedure.output(z.object({ id: z.number() })).query(() => ({ id: 'three' }) as never),
    failing: createFailures(t),
    live: router(createSubscriptions(t, log)),
  });
}

/** The codes that a procedure of the router throws, with tRPC's number of each. */
export const THROWN_CODES = {
  PARSE_ERROR: -32_700,
  BAD_REQUEST: -32_600,
  UNAUTHORIZED: -32_001,
  FORBIDDEN: -32_003,
  NOT_FOUND: -32_004,
  METHOD_NOT_SUPPORTED: -32_005,
  CONFLICT: -32_009,
  PRECONDITION_FAILED: -32_012,
  UNPROCESSABLE_CONTENT: -32_022,
  TOO_MANY_REQUESTS: -32_029,
  INTERNAL_SERVER_ERROR: -32_603,
} as const;

function createFailures({ router, procedure }: Trpc) {
  const throwing = (thrown: unknown) =>
    procedure.query(() => {
      throw thrown;
    });
  return router({
    chosen: procedure
      .input(z.enum(Object.keys(THROWN_CODES) as (keyof typeof THROWN_CODES)[]))
      .mutation(({ input }) => {
        throw new TRPCError({ code: input, message: `It is ${input}.` });
      }),
    accident: throwing(new TypeError(SECRET)),
    text: throwing(SECRET),
    nothing: throwing(undefined),
    bigint: procedure.query(() => ({ total: 1n })),
    unreadable: procedure.query(() => ({
      get total(): number {
        throw new Error(SECRET);
      },
    })),
  });
}
