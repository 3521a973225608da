import { describe, expect, it } from '@jest/globals';
import { initTRPC, lazy, TRPCError } from '@trpc/server';
import { ProcedureDirectory } from './procedure-directory.js';
import type { ProcedureRun } from './procedure-run.js';
import { ProcedureRunner, withLastEventId } from './procedure-runner.js';

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

  it.each(['constructor', '__proto__', 'nothing'])('rejects a path that names no procedure: %p', async (path) => {
    await expect(run({ path })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('withLastEventId', () => {
  it.each([
    ['no input', undefined, { lastEventId: '7' }],
    ['null', null, { lastEventId: '7' }],
    ['an object', { limit: 5 }, { limit: 5, lastEventId: '7' }],
    ['an object that has one already', { lastEventId: '3' }, { lastEventId: '7' }],
    ['a list, which has no place for it', [1], [1]],
    ['a text, which has no place for it', 'a', 'a'],
    ['a number, which has no place for it', 5, 5],
  ])('adds the id to %s', (_name, input, expected) => {
    expect(withLastEventId(input, '7')).toEqual(expected);
  });

  it('changes nothing without an id, and never the input itself', () => {
    const input = { limit: 5 };
    expect(withLastEventId(input, undefined)).toBe(input);
    withLastEventId(input, '7');
    expect(input).toEqual({ limit: 5 });
  });

  it('knows the empty id', () => {
    expect(withLastEventId(undefined, '')).toEqual({ lastEventId: '' });
  });
});
