import { describe, expect, it } from '@jest/globals';
import { initTRPC, lazy, TRPCError } from '@trpc/server';
import { ProcedureDirectory } from './procedure-directory.js';
import type { ProcedureRun } from './procedure-run.js';
import { ProcedureRunner } from './procedure-runner.js';

const t = initTRPC.context<{ user: number }>().create();

const router = t.router({
  whoAmI: t.procedure
    .use(({ ctx, next }) => next({ ctx: { name: `user ${ctx.user}` } }))
    .query(({ ctx, input, path }) => ({ name: ctx.name, input, path })),
  fail: t.procedure.mutation(() => {
    throw new Error('secret');
  }),
  abort: t.procedure.query(({ signal }) => signal?.aborted),
  later: lazy(() => Promise.resolve(t.router({ get: t.procedure.query(() => 'late') }))),
});

const run = (members: Partial<ProcedureRun> & Pick<ProcedureRun, 'path'>): Promise<unknown> =>
  new ProcedureRunner(router).run({
    kind: 'query',
    input: undefined,
    context: { user: 7 },
    signal: new AbortController().signal,
    ...members,
  });

describe('ProcedureRunner', () => {
  it('runs a procedure with its middlewares, context and path', async () => {
    expect(await run({ path: 'whoAmI' })).toEqual({ name: 'user 7', input: undefined, path: 'whoAmI' });
  });

  it('rejects with a TRPCError that keeps what was thrown', async () => {
    const thrown: unknown = await run({ path: 'fail', kind: 'mutation' }).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(TRPCError);
    expect(thrown).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', cause: new Error('secret') });
  });

  it('hands over the signal', async () => {
    expect(await run({ path: 'abort', signal: AbortSignal.abort() })).toBe(true);
    expect(await run({ path: 'abort' })).toBe(false);
  });

  it('runs the procedures of a router that was loaded late', async () => {
    await new ProcedureDirectory(router).kindOf('later.get');
    expect(await run({ path: 'later.get' })).toBe('late');
  });

  it('says where it cannot tell how far a procedure came', async () => {
    const log: string[] = [];
    const hooks = { reached: () => void log.push('reached'), reachedUnseen: () => void log.push('unseen') };
    await run({ path: 'whoAmI', ...hooks });
    await run({ path: 'nothing', ...hooks }).catch(() => undefined);
    expect(log).toEqual(['reached', 'unseen']);
  });

  it('runs the middlewares alone where it can, and says where it cannot', async () => {
    const runner = new ProcedureRunner(router);
    const { signal } = new AbortController();
    const guards = (path: string) =>
      runner.runMiddlewares({ path, kind: 'mutation', input: undefined, context: { user: 7 }, signal });
    await expect(guards('fail')).resolves.toBeUndefined();
    expect(guards('nothing')).toBeUndefined();
  });

  it.each(['constructor', '__proto__', 'nothing'])('rejects a path that names no procedure: %p', async (path) => {
    await expect(run({ path })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
