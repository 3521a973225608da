import { initTRPC, lazy, TRPCError } from '@trpc/server';
import { observable } from '@trpc/server/observable';

/** A router of every kind of procedure, and how many of its streams are open. */
export function createFuzzRouter() {
  const t = initTRPC.create();
  const open = { streamCount: 0, callCount: 0 };
  const router = t.router({
    echo: t.procedure.input((value: unknown) => value).query(({ input }): unknown => input ?? null),
    failing: t.procedure.mutation(() => {
      throw new TRPCError({ code: 'CONFLICT' });
    }),
    waiting: t.procedure.query(async ({ signal }) => {
      open.callCount += 1;
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      open.callCount -= 1;
      return 'given up';
    }),
    ticks: t.procedure.subscription(async function* () {
      open.streamCount += 1;
      try {
        for (let count = 0; count < 100; count += 1) yield count;
      } finally {
        open.streamCount -= 1;
      }
    }),
    // oxlint-disable-next-line typescript/no-deprecated -- tRPC 11 takes observables, so they have to be fuzzed too.
    observed: t.procedure.subscription(() =>
      observable<number>((observer) => {
        open.streamCount += 1;
        for (let count = 0; count < 10; count += 1) observer.next(count);
        return () => {
          open.streamCount -= 1;
        };
      }),
    ),
    lazily: lazy(async () => t.router({ echo: t.procedure.query(() => 'late') })),
  });
  return { router, open };
}
