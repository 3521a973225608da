import { initTRPC } from '@trpc/server';
import type { ServedContract } from '../../contract/served-contract.js';
import { Dispatcher } from '../../dispatch/dispatcher.js';
import type { TrunklineMeta } from '../../router/procedure-meta.js';
import { createCall, FakeHost, type FakeHostOptions } from '../../testing/fake-host.spec-support.js';
import { FakeServerClock } from '../../testing/fake-server-clock.spec-support.js';
import type { IdempotencyStore } from '../idempotency-store.js';
import { createMemoryIdempotencyStore } from '../memory-idempotency-store.js';
import { MutationDesk } from '../mutation-desk.js';
import { DEFAULT_MUTATION_LIMITS, type MutationLimits } from '../mutation-limits.js';
import type { MutationPolicy } from '../mutation-policy.js';

/** One run of the procedure of a scene. */
export interface SceneRun {
  readonly input: unknown;
  readonly signal: AbortSignal;
  finish(output: unknown): void;
  fail(thrown: unknown): void;
}

export interface SceneOptions {
  readonly policy?: MutationPolicy;
  readonly limits?: Partial<MutationLimits>;
  readonly clock?: FakeServerClock;
  readonly store?: IdempotencyStore;
  /** What runs before the resolver; what it throws keeps that from being reached. */
  readonly before?: () => void;
}

/** A server on a fake clock whose one mutation, `add`, does what the spec says, when it says so. */
export class MutationScene {
  readonly clock: FakeServerClock;
  readonly store: IdempotencyStore;
  readonly desk: MutationDesk;
  readonly runs: SceneRun[] = [];
  readonly #hostOptions: FakeHostOptions;

  constructor(options: SceneOptions = {}) {
    this.clock = options.clock ?? new FakeServerClock();
    this.store = options.store ?? createMemoryIdempotencyStore({ clock: this.clock });
    const limits = { ...DEFAULT_MUTATION_LIMITS, ...options.limits };
    this.desk = new MutationDesk({ clock: this.clock, store: this.store, limits });
    const t = initTRPC.meta<TrunklineMeta>().create();
    const { runs } = this;
    const router = t.router({
      add: t.procedure
        .meta({ trunkline: { mutation: options.policy } })
        .use(({ next }) => (options.before?.(), next()))
        .input((input) => input)
        .mutation(({ input, signal }) => {
          return new Promise<unknown>((resolve, reject) => {
            const given = signal ?? new AbortController().signal;
            const stop = (): void => reject(new Error('stopped', { cause: given.reason }));
            if (given.aborted) return stop();
            given.addEventListener('abort', stop);
            runs.push({ input, signal: given, finish: resolve, fail: reject });
          });
        }),
      other: t.procedure.mutation(() => 'other'),
    });
    this.#hostOptions = { router, clock: this.clock, mutations: this.desk };
  }

  /** Another connection of the client. @param contract what generated clients are held to there. */
  connect(contract?: ServedContract): SceneConnection {
    return new SceneConnection({ ...this.#hostOptions, ...(contract && { contract }) });
  }

  /** How the newest run is told to go. */
  get run(): SceneRun {
    const run = this.runs.at(-1);
    if (run === undefined) throw new Error('Nothing runs.');
    return run;
  }
}

/** One connection of a scene. */
export class SceneConnection {
  readonly host: FakeHost;
  readonly #dispatcher: Dispatcher;
  #lastId = 0;

  constructor(options: FakeHostOptions) {
    this.host = new FakeHost(options);
    this.#dispatcher = new Dispatcher(this.host);
  }

  /** The epoch that this connection was told. */
  get epoch(): string | null {
    return this.host.mutations.epochFor(this.host.owner, undefined) ?? null;
  }

  /** Sends `add`. @returns the id of the call. */
  send(members: Partial<Parameters<typeof createCall>[0]> = {}): number {
    this.#lastId += 1;
    const call = createCall({ path: 'add', key: 'k', id: this.#lastId, ...members });
    this.#dispatcher.handle(call, this.host.session, this.host.sink);
    return this.#lastId;
  }

  cancel(id: number): void {
    this.#dispatcher.handle({ type: 'cancel', call: id }, this.host.session, this.host.sink);
  }

  /** The connection is gone. */
  lose(): void {
    this.host.calls.abandonAll();
  }

  /** What was said since the last time: the results, and the keys of errors with what else they tell. */
  async said(): Promise<readonly unknown[]> {
    return [...(await this.answers()).values()];
  }

  /** The same by the id of the call. */
  async answers(): Promise<ReadonlyMap<number, SceneAnswer>> {
    const frames = await this.host.said();
    return new Map(
      frames.map((frame) => {
        const { id, result, error } = JSON.parse(frame);
        return [id, error === undefined ? result : readError(error.data)];
      }),
    );
  }
}

/** An answer as specs compare it. */
export interface SceneAnswer {
  readonly output?: unknown;
  readonly error?: string;
  readonly ran?: boolean;
  readonly replayed?: boolean;
  readonly limit?: string;
}

function readError(data: Readonly<Record<string, never>>): SceneAnswer {
  const told = ['ran', 'replayed', 'limit'].filter((name) => data[name] !== undefined);
  return { error: String(data['code']), ...Object.fromEntries(told.map((name) => [name, data[name]])) };
}
