import type { GapReason, TrunklineClient } from '@trunkline/client';
import type { SkewRouter } from './skew-router.js';

/** What a scenario has in hand. */
export interface Scene {
  readonly client: TrunklineClient<SkewRouter>;
  /** Asks the server's process for something: `cut` or `drain`. */
  readonly tell: (what: 'cut' | 'drain') => Promise<void>;
}

/** What an application sees of a failure. */
export interface SeenFailure {
  readonly code: unknown;
  readonly message: unknown;
  readonly outcome: unknown;
}

/** What one side does with the other, each in words of JSON for the spec to judge. */
export const SCENARIOS = {
  query: async ({ client }: Scene) => {
    const output = await client.echo.query({ id: 7, at: new Date(0) });
    const [at, tags]: readonly unknown[] = [output.at, output.tags];
    const time = new Date(output.at).toISOString();
    const token = await client.token.query();
    return { id: output.id, time, isDate: at instanceof Date, isSet: tags instanceof Set, token };
  },
  many: async ({ client }: Scene) => {
    const ids = Array.from({ length: 500 }, (_each, id) => id);
    const outputs = await Promise.all(ids.map((id) => client.echo.query({ id, at: new Date(id) })));
    return outputs.every(({ id }, index) => id === index);
  },
  large: async ({ client }: Scene) => {
    const text = await client.large.query();
    return { length: text.length, isWhole: text === 'large '.repeat(50_000) };
  },
  mutation: async ({ client }: Scene) => {
    const before = await client.add.mutate(1);
    return [(await client.add.mutate(2)) - before, (await client.add.mutate(3)) - before];
  },
  errors: async ({ client }: Scene) => ({
    thrown: await failureOf(client.taken.mutate()),
    masked: await failureOf(client.broken.query()),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- What the type forbids is what is sent here.
    refused: await failureOf(client.add.mutate('one' as unknown as number)),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A procedure that only another version has.
    unknown: await failureOf((Reflect.get(client, 'nothing') as typeof client.token).query()),
    stream: await failureOf(collect(client.failing.subscribe())),
  }),
  cancel: async ({ client }: Scene) => {
    const before = await client.counts.query();
    const withdrawal = new AbortController();
    const call = failureOf(client.waiting.query(undefined, { signal: withdrawal.signal }));
    await client.counts.query();
    withdrawal.abort();
    const { code, outcome } = await call;
    for await (const _event of client.untilTold.subscribe()) break;
    const after = await untilTrue(async () => {
      const { aborted, endedStreams } = await client.counts.query();
      const counts = { aborted: aborted - before.aborted, endedStreams: endedStreams - before.endedStreams };
      return counts.aborted > 0 && counts.endedStreams > 0 ? counts : undefined;
    });
    return { code, outcome, ...after };
  },
  deadline: async ({ client }: Scene) => {
    const { code, outcome } = await failureOf(client.waiting.query(undefined, { timeoutMs: 50 }));
    return { code, outcome };
  },
  subscription: async ({ client }: Scene) => {
    const numbers = await collect(client.count.subscribe(1000));
    return { count: numbers.length, isInOrder: numbers.every((number, index) => number === index + 1) };
  },
  resume: (scene: Scene) =>
    watch(scene, (callbacks) =>
      scene.client.orders.subscribe({}, { ...callbacks, onData: ({ data }) => callbacks.onData(data.total) }),
    ),
  untracked: (scene: Scene) => watch(scene, (callbacks) => scene.client.prices.subscribe(undefined, callbacks)),
  lost: async ({ client, tell }: Scene) => {
    const before = await client.counts.query();
    const call = failureOf(client.slowly.mutate());
    await client.counts.query();
    await tell('cut');
    const { code, outcome } = await call;
    return { code, outcome, runCount: (await client.counts.query()).slowRuns - before.slowRuns };
  },
  contract: async ({ client }: Scene) => {
    const before = await client.add.mutate(0);
    await client.add.mutate(1);
    const { id } = await client.echo.query({ id: 7, at: new Date(0) });
    return {
      id,
      added: (await client.add.mutate(2)) - before,
      count: (await collect(client.count.subscribe(3))).length,
    };
  },
  drain: async ({ client, tell }: Scene) => {
    const before = await client.counts.query();
    const running = client.slowly.mutate();
    await client.counts.query();
    await tell('drain');
    const later = client.echo.query({ id: 8, at: new Date(0) });
    const answer = (await running) - before.slowRuns;
    return { answer, later: (await later).id, runCount: (await client.counts.query()).slowRuns - before.slowRuns };
  },
} as const;

export type ScenarioName = keyof typeof SCENARIOS;

interface Watching {
  readonly onData: (number: number) => void;
  readonly onGap: (gap: { readonly reason: GapReason }) => void;
  readonly onStarted: () => void;
  readonly onError: (error: Error) => void;
}

/** Reads ten numbers, has the connection cut, reads ten more, and counts the jumps that no gap tells of. */
async function watch({ tell }: Scene, subscribe: (callbacks: Watching) => { unsubscribe(): void }) {
  const seen = { startCount: 0, gaps: [] as GapReason[], silentJumpCount: 0 };
  let [readCount, expected] = [0, 1];
  await new Promise<void>((resolve, reject) => {
    const subscription = subscribe({
      onStarted: () => (seen.startCount += 1),
      onError: reject,
      onGap: ({ reason }) => {
        seen.gaps.push(reason);
        expected = Number.NaN;
      },
      onData: (number) => {
        if (!Number.isNaN(expected) && number !== expected) seen.silentJumpCount += 1;
        expected = number + 1;
        readCount += 1;
        if (readCount === 10) tell('cut').catch(reject);
        if (readCount < 20 || seen.startCount < 2) return;
        subscription.unsubscribe();
        resolve();
      },
    });
  });
  return seen;
}

async function collect<Event>(events: AsyncIterable<Event>): Promise<readonly Event[]> {
  const collected: Event[] = [];
  for await (const event of events) collected.push(event);
  return collected;
}

async function failureOf(promise: Promise<unknown>): Promise<SeenFailure> {
  try {
    await promise;
  } catch (thrown) {
    if (thrown instanceof Error) {
      return { code: Reflect.get(thrown, 'code'), message: thrown.message, outcome: Reflect.get(thrown, 'outcome') };
    }
  }
  throw new Error('It did not fail.');
}

async function untilTrue<Value>(ask: () => Promise<Value | undefined>): Promise<Value> {
  const limit = AbortSignal.timeout(5000);
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    limit.throwIfAborted();
  }
}
