import { initTRPC } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { Gate, whenAborted } from './gate.spec-support.js';

const t = initTRPC.create();

/** A router whose procedures wait until they are told to stop, and says what they saw. */
export function createStage() {
  const started = new Gate();
  const aborted = new Gate<unknown>();
  const released = new Gate();
  const finished = new Gate();
  const wait = async ({ signal }: { signal: AbortSignal | undefined }): Promise<never> => {
    started.open();
    const reason = await whenAborted(signal);
    aborted.open(reason);
    throw reason;
  };
  const router = t.router({
    query: t.procedure.query(wait),
    mutation: t.procedure.mutation(wait),
    stubborn: t.procedure.mutation(async ({ signal }) => {
      started.open();
      aborted.open(await whenAborted(signal));
      await released.opened;
      return 'done all the same';
    }),
    starting: t.procedure.subscription(async function* (options) {
      await wait(options);
      yield 1;
    }),
    slowStart: t.procedure
      .use(async ({ next }) => {
        started.open();
        await released.opened;
        return next();
      })
      .subscription(async function* () {
        try {
          yield 1;
        } finally {
          finished.open();
        }
      }),
    waiting: t.procedure.subscription(async function* ({ signal }) {
      started.open();
      try {
        yield 1;
        await whenAborted(signal);
        aborted.open(signal?.reason);
        yield 'too late';
      } finally {
        finished.open();
      }
    }),
    endless: t.procedure.subscription(async function* () {
      started.open();
      try {
        for (let count = 1; ; count += 1) yield count;
      } finally {
        finished.open();
      }
    }),
    observed: t.procedure.subscription(() =>
      observable<number>((observer) => {
        started.open();
        observer.next(1);
        return () => finished.open();
      }),
    ),
    fine: t.procedure.query(() => 'fine'),
  });
  return { router, started, aborted, released, finished };
}
