import { describe, expect, it } from '@jest/globals';
import { type AnyTRPCRouter, callTRPCProcedure, initTRPC, TRPCError } from '@trpc/server';
import * as fc from 'fast-check';
import * as z from 'zod';
import { findChain, runChain, runMiddlewares } from './procedure-chain.js';

const runs = Number(process.env['FUZZ_RUNS'] ?? 400);

const t = initTRPC.context<{ user: string }>().meta<{ label: string }>().create({ isDev: false });

type Builder = typeof t.procedure;

/** Everything that middlewares and resolver saw, in order. */
type Journal = unknown[];

// Each step changes a builder; what it sees goes into the journal, so that both ways of running are compared in full.
const STEPS: Readonly<Record<string, (builder: Builder, journal: Journal) => Builder>> = {
  objectInput: (builder) => builder.input(z.object({ name: z.string() })) as unknown as Builder,
  secondInput: (builder) => builder.input(z.object({ age: z.number().default(7) })) as unknown as Builder,
  asyncInput: (builder) =>
    builder.input(z.unknown().refine(async (value) => value !== 'refused')) as unknown as Builder,
  functionInput: (builder) => builder.input((value: unknown) => ({ wrapped: value })) as unknown as Builder,
  meta: (builder) => builder.meta({ label: 'here' }),
  look: (builder, journal) =>
    builder.use((options) => {
      const { ctx, input, meta, path, type, batchIndex, signal } = options as typeof options & { batchIndex: number };
      journal.push({ ctx, input, meta, path, type, batchIndex, isAborted: signal?.aborted });
      return options.next();
    }),
  rawInput: (builder, journal) =>
    builder.use(async (options) => {
      journal.push({ raw: await options.getRawInput() });
      return options.next();
    }),
  context: (builder) => builder.use(({ next, ctx }) => next({ ctx: { user: `${ctx.user}!`, extra: 1 } })),
  replaceInput: (builder) => builder.use(({ next }) => next({ input: { name: 'replaced' } } as never)),
  replaceRawInput: (builder) =>
    builder.use(({ next }) => next({ getRawInput: async () => ({ name: 'raw' }) } as never)),
  result: (builder, journal) =>
    builder.use(async ({ next }) => {
      const result = await next();
      journal.push(result.ok ? { ok: true, data: result.data } : { ok: false, message: result.error.message });
      return result;
    }),
  throwing: (builder) =>
    builder.use(() => {
      throw new Error('thrown by a middleware');
    }),
  refusing: (builder) =>
    builder.use(async () => {
      throw new TRPCError({ code: 'FORBIDDEN', message: 'not you' });
    }),
  forgetful: (builder) => builder.use((() => undefined) as never),
  retrying: (builder) =>
    builder.use(async ({ next }) => {
      const first = await next();
      return first.ok ? first : next();
    }),
  output: (builder) => builder.output(z.object({ echo: z.unknown() })),
  errors: (builder) => builder.errors(({ shape }) => ({ ...shape, message: `shaped: ${shape.message}` })),
};

const RESOLVERS: Readonly<Record<string, (journal: Journal) => (options: never) => unknown>> = {
  echo: () => (options: { input: unknown; ctx: unknown }) => ({ echo: options.input, ctx: options.ctx }),
  nothing: () => () => undefined,
  throwsError: () => () => {
    throw new Error('secret');
  },
  throwsString: () => () => {
    // oxlint-disable-next-line typescript/only-throw-error -- Procedures may throw anything, and do.
    throw 'a string';
  },
  rejects: () => async () => {
    throw new TRPCError({ code: 'NOT_FOUND', message: 'no such thing', cause: new Error('inner') });
  },
  copiesSignal: (journal) => (options: { signal: AbortSignal }) => {
    const seen = [{ ...options }, Object.create(options), new Proxy(options, {})] as (typeof options)[];
    journal.push(seen.map(({ signal }) => signal === options.signal && !signal.aborted));
    return null;
  },
  readsSignal: (journal) => (options: { signal: AbortSignal }) => {
    journal.push(options.signal.aborted);
    // callTRPCProcedure also lets its own `router` argument through, which no type of tRPC's promises.
    return Object.keys(options)
      .filter((name) => name !== 'router')
      .toSorted();
  },
};

const plan = fc.record({
  // tRPC refuses a second output parser, so no step comes twice.
  steps: fc.uniqueArray(fc.constantFrom(...Object.keys(STEPS)), { maxLength: 6 }),
  resolver: fc.constantFrom(...Object.keys(RESOLVERS)),
  input: fc.constantFrom<unknown>(
    undefined,
    null,
    'text',
    'refused',
    { name: 'Ada' },
    { name: 1 },
    { name: 'Ada', age: 3 },
    [1],
  ),
});

describe('runChain', () => {
  it('does what callTRPCProcedure does, and lets middlewares see the same', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async ({ steps, resolver, input }) => {
        const [ours, theirs] = [
          await observe('chain', steps, resolver, input),
          await observe('trpc', steps, resolver, input),
        ];
        expect(ours).toEqual(theirs);
      }),
      { numRuns: runs },
    );
  });

  it('gives a middleware that spreads its options a signal of its own', async () => {
    let seen: AbortSignal | undefined;
    const procedure = t.procedure
      .use((options) => {
        seen = { ...options }.signal;
        return options.next();
      })
      .query(() => 1);
    const controller = new AbortController();
    await runWith('chain', t.router({ it: procedure }), undefined, controller.signal);
    expect(seen).toBe(controller.signal);
  });
});

describe('runMiddlewares', () => {
  it('refuses and passes as the whole procedure does, and lets middlewares see the same', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async ({ steps, input }) => {
        const [guards, whole] = [
          await observe('middlewares', steps, 'nothing', input),
          await observe('chain', steps, 'nothing', input),
        ];
        expect(guards).toEqual(whole);
      }),
      { numRuns: runs },
    );
  });

  it('does not run the resolver', async () => {
    let hasRun = false;
    const router = t.router({
      it: t.procedure.query(() => {
        hasRun = true;
      }),
    });
    await runWith('middlewares', router, undefined, new AbortController().signal);
    expect(hasRun).toBe(false);
  });
});

describe('findChain', () => {
  const router = t.router({ it: t.procedure.query(() => 1) });

  it('finds what the path names and nothing that every object has', () => {
    expect(findChain(router, 'it')?.middlewares).toHaveLength(1);
    expect(findChain(router, 'constructor')).toBeUndefined();
    expect(findChain(router, '__proto__')).toBeUndefined();
    expect(findChain(router, 'other')).toBeUndefined();
  });

  it('leaves a procedure with a caller of its own to tRPC', () => {
    const custom = t.procedure.experimental_caller(async ({ args }) => args.length).query(() => 1);
    expect(findChain(t.router({ custom } as never), 'custom')).toBeUndefined();
  });
});

type Way = 'chain' | 'middlewares' | 'trpc';

async function observe(way: Way, steps: readonly string[], resolver: string, input: unknown): Promise<unknown> {
  const journal: Journal = [];
  let builder = t.procedure;
  for (const step of steps) builder = STEPS[step]?.(builder, journal) ?? builder;
  const resolve = RESOLVERS[resolver]?.(journal) ?? (() => undefined);
  const router = t.router({ it: builder.query(resolve as never) });
  const outcome = await runWith(way, router, input, new AbortController().signal).then(
    (value) => ({ value }),
    (thrown: unknown) => ({ thrown: describeError(thrown) }),
  );
  return { outcome, journal };
}

function runWith(way: Way, router: AnyTRPCRouter, input: unknown, signal: AbortSignal): Promise<unknown> {
  const context = { user: 'me' };
  const chain = findChain(router, 'it');
  const run = { path: 'it', kind: 'query', input, context, signal } as const;
  if (way === 'chain' && chain) return runChain(chain, run);
  if (way === 'middlewares' && chain) return runMiddlewares(chain, run);
  const getRawInput = (): Promise<unknown> => Promise.resolve(input);
  return callTRPCProcedure({ router, path: 'it', type: 'query', ctx: context, signal, getRawInput, batchIndex: 0 });
}

// A formatter's shape hangs on the error by a symbol, so symbols are compared too.
function describeError(thrown: unknown): unknown {
  if (!(thrown instanceof TRPCError)) return { notTrpc: String(thrown) };
  const shapes = Object.getOwnPropertySymbols(thrown).map((symbol): unknown => Reflect.get(thrown, symbol));
  return { code: thrown.code, message: thrown.message, cause: thrown.cause?.message, shapes };
}
