// Checked by the compiler alone: what a client's type promises, and what it refuses.
/* oxlint-disable typescript/no-unsafe-call, typescript/no-unnecessary-type-parameters -- What does not compile has no type, and types are compared through type parameters that nothing else uses. */
import { initTRPC, lazy, tracked } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import superjson from 'superjson';
import * as z from 'zod';
import type { createClient } from '../create-client.js';
import type { Unsubscribable } from '../subscribe.js';
import type { TunableIterator } from '../subscriptions/pace.js';
import type { SubscriptionItem } from '../subscriptions/subscription-iterator.js';
import type { TransformerOption, TrunklineClient } from './typed-client.js';

type Equal<TOne, TOther> = (<T>() => T extends TOne ? 1 : 2) extends <T>() => T extends TOther ? 1 : 2 ? true : false;

/** Compiles only where the type argument is `true`. */
declare function holds<T extends true>(): T;

const plain = initTRPC.create();
const lateRouter = plain.router({ hello: plain.procedure.query(() => 1) });
const plainRouter = plain.router({
  at: plain.procedure.input(z.object({ id: z.number() })).query(() => ({ at: new Date() })),
  optional: plain.procedure.input(z.string().optional()).mutation(({ input }) => input ?? null),
  numbers: plain.procedure.subscription(async function* () {
    yield 1;
  }),
  dates: plain.procedure.subscription(async function* () {
    yield tracked('1', new Date());
  }),
  observed: plain.procedure.subscription(() => observable<'a' | 'b'>(() => undefined)),
  close: plain.router({ now: plain.procedure.query(() => true) }),
  late: lazy(() => Promise.resolve({ lateRouter })),
});
type PlainRouter = typeof plainRouter;

const rich = initTRPC.create({ transformer: superjson });
const richRouter = rich.router({ at: rich.procedure.query(() => ({ at: new Date() })) });
type RichRouter = typeof richRouter;

export async function checkTypes(client: TrunklineClient<PlainRouter>, richClient: TrunklineClient<RichRouter>) {
  // Without a transformer a date arrives as JSON has it; with one, as it is.
  const at = await client.at.query({ id: 1 });
  holds<Equal<typeof at, { at: string }>>();
  const richAt = await richClient.at.query();
  holds<Equal<typeof richAt, { at: Date }>>();

  // @ts-expect-error The input has another form.
  void client.at.query({ id: '1' });
  // @ts-expect-error The input is missing.
  void client.at.query();
  // @ts-expect-error A query is not mutated.
  void client.at.mutate({ id: 1 });
  // @ts-expect-error There is no such procedure.
  void client.nothing.query();

  const optional = await client.optional.mutate();
  holds<Equal<typeof optional, string | null>>();
  void client.optional.mutate('x', { signal: AbortSignal.abort(), timeoutMs: 5 });

  // The client's own methods and a namespace of the same name.
  void client.close({ timeoutMs: 1 });
  const now = await client.close.now.query();
  holds<Equal<typeof now, boolean>>();
  const late = await client.late.hello.query();
  holds<Equal<typeof late, number>>();

  const numbers = client.numbers.subscribe();
  holds<Equal<typeof numbers, TunableIterator<number>>>();
  const withStatus = client.numbers.subscribe(undefined, { status: true });
  holds<Equal<typeof withStatus, TunableIterator<SubscriptionItem<number>>>>();
  const calledBack = client.numbers.subscribe(undefined, {
    onData: (event) => holds<Equal<typeof event, number>>(),
    onGap: ({ reason }) => holds<Equal<typeof reason, 'restarted' | 'invalid' | 'overflow' | 'trimmed'>>(),
  });
  holds<Equal<typeof calledBack, Unsubscribable>>();
  for await (const event of client.dates.subscribe()) holds<Equal<typeof event, { id: string; data: string }>>();
  for await (const event of client.observed.subscribe()) holds<Equal<typeof event, 'a' | 'b'>>();
}

export function checkTransformer(create: typeof createClient): void {
  const url = 'ws://shop.test';
  create<PlainRouter>({ url });
  create<RichRouter>({ url, transformer: superjson });
  create<RichRouter>({ url, transformer: { input: superjson, output: superjson } });
  // @ts-expect-error The router has a transformer, so the client needs it.
  create<RichRouter>({ url });
  // @ts-expect-error The router has none, so the client must not have one.
  create<PlainRouter>({ url, transformer: superjson });
}

holds<Equal<TransformerOption<PlainRouter>['transformer'], undefined>>();
