import { describe, expect, it } from '@jest/globals';
import { initTRPC, lazy, TRPCError } from '@trpc/server';
import * as z from 'zod';
import { useHarness } from './testing/harness.spec-support.js';

const t = initTRPC.context<{ user: string }>().create();

const deep = t.router({ value: t.procedure.query(() => 'deep') });
const inner = t.router({
  name: t.procedure.query(({ ctx }) => `inner of ${ctx.user}`),
  deeper: lazy(async () => deep),
});

const measured: string[] = [];
const timed = t.procedure.use(async ({ path, type, next }) => {
  const result = await next({ ctx: { role: 'admin' as const } });
  measured.push(`${type} ${path} ${result.ok ? 'ok' : result.error.code}`);
  return result;
});
const guarded = timed.use(({ ctx, next }) => {
  if (ctx.user !== 'Ada') throw new TRPCError({ code: 'FORBIDDEN', message: `not for ${ctx.user}` });
  return next();
});

const router = t.router({
  lazy: lazy(async () => inner),
  broken: lazy(() => Promise.reject(new Error('disk on fire'))) as ReturnType<typeof lazy<typeof inner>>,
  whoami: timed.query(({ ctx }) => `${ctx.user} ${ctx.role}`),
  secret: guarded.query(() => 'gold'),
  failing: timed.mutation(() => {
    throw new TRPCError({ code: 'CONFLICT' });
  }),
  shaped: t.procedure.output(z.object({ id: z.number() })).query(() => ({ id: 1, password: 'hidden' })),
  misshaped: t.procedure.output(z.object({ id: z.number() })).query(() => ({ id: 'one' }) as never),
  twoInputs: t.procedure
    .input(z.object({ a: z.number() }))
    .input(z.object({ b: z.number().default(40) }))
    .query(({ input }) => input.a + input.b),
  watched: guarded.subscription(async function* ({ ctx }) {
    yield ctx.role;
  }),
});

describe('A router', () => {
  const harness = useHarness();

  async function connect(user = 'Ada', errors: unknown[] = []) {
    const serving = await harness.serve({
      router,
      createContext: () => ({ user }),
      onError: ({ path, error }) => errors.push([path, error.cause?.message ?? error.message]),
    });
    return harness.native(serving.url);
  }

  it('loads a lazy router at the first call into it, and nested ones too', async () => {
    const peer = await connect();
    expect(await peer.call('lazy.deeper.value')).toMatchObject({ result: { output: 'deep' } });
    expect(await peer.call('lazy.name')).toMatchObject({ result: { output: 'inner of Ada' } });
  });

  it('loads a lazy router once for calls that come together', async () => {
    const peer = await connect();
    const ids = [1, 2, 3].map((id) => peer.request('lazy.name', {}, id));
    const answers = await Promise.all(ids.map((id) => peer.answerTo(id)));
    expect(answers.map(({ result }) => result)).toEqual(ids.map(() => ({ output: 'inner of Ada' })));
  });

  it.each(['lazy', 'lazy.deeper', 'lazy.no', 'lazy.deeper.no', 'lazy.', 'lazy..name'])(
    'finds nothing at %s, which is no procedure',
    async (path) => {
      const peer = await connect();
      expect(await peer.call(path)).toMatchObject({ error: { code: -32_601, data: { code: 'NOT_FOUND' } } });
    },
  );

  it('fails the calls into a lazy router that cannot be loaded, and no other', async () => {
    const errors: unknown[] = [];
    const peer = await connect('Ada', errors);
    expect(await peer.call('broken.name')).toMatchObject({
      error: { message: 'Internal server error', data: { code: 'INTERNAL_SERVER_ERROR' } },
    });
    expect(await peer.call('whoami')).toMatchObject({ result: { output: 'Ada admin' } });
    expect(errors).toEqual([['broken.name', 'disk on fire']]);
  });

  it('runs middlewares that add to the context and measure', async () => {
    measured.length = 0;
    const peer = await connect();
    expect(await peer.call('whoami')).toMatchObject({ result: { output: 'Ada admin' } });
    expect(await peer.call('failing')).toMatchObject({ error: { data: { code: 'CONFLICT' } } });
    expect(measured).toEqual(['query whoami ok', 'mutation failing CONFLICT']);
  });

  it('runs middlewares before a subscription begins', async () => {
    const peer = await connect('Eve');
    expect(await peer.call('watched')).toMatchObject({
      error: { message: 'not for Eve', data: { code: 'FORBIDDEN' } },
    });
    expect(await peer.call('secret')).toMatchObject({ error: { data: { code: 'FORBIDDEN', path: 'secret' } } });
  });

  it('passes outputs through their parser', async () => {
    const peer = await connect();
    expect(await peer.call('shaped')).toMatchObject({ result: { output: { id: 1 } } });
    expect(JSON.stringify(await peer.call('shaped'))).not.toContain('hidden');
  });

  it('fails a call whose output its parser refuses', async () => {
    const peer = await connect();
    expect(await peer.call('misshaped')).toMatchObject({ error: { data: { code: 'INTERNAL_SERVER_ERROR' } } });
  });

  it('joins several input parsers', async () => {
    const peer = await connect();
    expect(await peer.call('twoInputs', { input: { a: 2 } })).toMatchObject({ result: { output: 42 } });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'lazy.constructor', 'lazy.__proto__', ''])(
    'finds nothing at the path %j',
    async (path) => {
      const peer = await connect();
      expect(await peer.call(path)).toMatchObject({ error: { data: { code: 'NOT_FOUND' } } });
      expect(await peer.call('whoami')).toHaveProperty('result');
    },
  );

  it('tells a stock client that calls a procedure as another kind that there is none', async () => {
    const serving = await harness.serve({ router, createContext: () => ({ user: 'Ada' }) });
    const peer = await harness.stock(serving.url);
    peer.send({ id: 1, method: 'mutation', params: { path: 'whoami' } });
    expect(await peer.next()).toEqual({
      id: 1,
      error: {
        message: 'No "mutation"-procedure on path "whoami"',
        code: -32_004,
        data: { code: 'NOT_FOUND', httpStatus: 404, path: 'whoami' },
      },
    });
  });
});
