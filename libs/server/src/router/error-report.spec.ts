import { describe, expect, it } from '@jest/globals';
import { initTRPC, TRPCError } from '@trpc/server';
import { type ErrorOrigin, internalError, isAccident, notRun, reportError, withData } from './error-report.js';

const t = initTRPC.create({ isDev: true });
const plainRouter = t.router({});
const ORIGIN: ErrorOrigin = { path: 'orders.byId', kind: 'query', input: { id: 7 }, context: { user: 1 } };

const MASKED = {
  message: 'Internal server error',
  code: -32603,
  data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500, path: 'orders.byId' },
};

const secret = new Error('connect ECONNREFUSED db:5432');

describe('reportError', () => {
  it('shows the code and message of a TRPCError, and never its stack', () => {
    const error = new TRPCError({ code: 'NOT_FOUND', message: 'No order 7', cause: secret });
    expect(reportError(plainRouter, error, ORIGIN)).toEqual({
      key: 'NOT_FOUND',
      shape: { message: 'No order 7', code: -32004, data: { code: 'NOT_FOUND', httpStatus: 404, path: 'orders.byId' } },
    });
  });

  it('shows the message of an internal error that somebody chose', () => {
    const error = new TRPCError({
      code: 'INTERNAL_SERVER_ERROR',
      message: 'The printer is out of paper',
      cause: secret,
    });
    expect(reportError(plainRouter, error, ORIGIN).shape).toMatchObject({ message: 'The printer is out of paper' });
  });

  it.each([
    ['an error', secret],
    ['an internal TRPCError with nothing but a cause', new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: secret })],
    ['a string', 'secret'],
    ['an object', { message: 'secret' }],
    ['an error that somebody threw as a value', { ...MASKED, message: 'secret' }],
  ])('shows nothing of %s', (_name, thrown) => {
    expect(reportError(plainRouter, thrown, ORIGIN)).toEqual({ key: 'INTERNAL_SERVER_ERROR', shape: MASKED });
  });

  it.each([[undefined], [null]])('has nothing but the code to show of %p', (thrown) => {
    const shape = { ...MASKED, message: 'INTERNAL_SERVER_ERROR' };
    expect(reportError(plainRouter, thrown, ORIGIN)).toEqual({ key: 'INTERNAL_SERVER_ERROR', shape });
  });

  it('reads a TRPCError of another copy of tRPC', () => {
    const foreign = Object.assign(new Error('No order 7'), { name: 'TRPCError', code: 'NOT_FOUND' });
    expect(reportError(plainRouter, foreign, ORIGIN).shape).toMatchObject({ message: 'No order 7', code: -32004 });
  });

  it('hands the formatter of the router the masked error with its origin, and sends what that makes', () => {
    const seen: unknown[] = [];
    const { router } = initTRPC.context<{ user: number }>().create({
      errorFormatter: ({ shape, error, type, path, input, ctx }) => {
        seen.push({ message: error.message, cause: error.cause, type, path, input, ctx });
        return { ...shape, data: { ...shape.data, hint: 'call us' } };
      },
    });
    expect(reportError(router({}), secret, ORIGIN).shape).toEqual({
      ...MASKED,
      data: { ...MASKED.data, hint: 'call us' },
    });
    expect(seen).toEqual([
      {
        message: 'Internal server error',
        cause: secret,
        type: 'query',
        path: 'orders.byId',
        input: { id: 7 },
        ctx: { user: 1 },
      },
    ]);
  });

  it('says nothing at all when the formatter throws', () => {
    const { router } = initTRPC.create({
      errorFormatter: () => {
        throw new Error('secret');
      },
    });
    const error = new TRPCError({ code: 'NOT_FOUND', message: 'No order 7' });
    expect(reportError(router({}), error, ORIGIN)).toEqual(internalError());
  });

  it("prefers what a procedure's own formatter made of the error", async () => {
    let routerFormatterCount = 0;
    const { procedure, router } = initTRPC.create({
      errorFormatter: ({ shape }) => {
        routerFormatterCount += 1;
        return shape;
      },
    });
    const built = router({
      pay: procedure
        .errors(({ shape, error }) =>
          error.code === 'CONFLICT' ? { ...shape, data: { ...shape.data, reason: 'paid' } } : undefined,
        )
        .query(() => {
          throw new TRPCError({ code: 'CONFLICT', message: 'Paid already' });
        }),
    });
    const thrown: unknown = await built
      .createCaller({})
      .pay()
      .catch((error: unknown) => error);
    routerFormatterCount = 0;
    expect(reportError(built, thrown, ORIGIN).shape).toMatchObject({
      message: 'Paid already',
      data: { reason: 'paid' },
    });
    expect(routerFormatterCount).toBe(0);
  });
});

describe('isAccident', () => {
  it('is what tRPC wraps, and nothing that somebody worded', () => {
    expect(isAccident(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: secret }))).toBe(true);
    expect(isAccident(new TRPCError({ code: 'INTERNAL_SERVER_ERROR' }))).toBe(false);
    expect(isAccident(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'sorry', cause: secret }))).toBe(false);
    expect(isAccident(new TRPCError({ code: 'NOT_FOUND', cause: secret }))).toBe(false);
  });
});

describe('withData', () => {
  it('adds to the data of a shape and changes neither the shape nor its data', () => {
    const shape = { message: 'm', data: { code: 'NOT_FOUND' } };
    expect(withData(shape, { ran: false })).toEqual({ message: 'm', data: { code: 'NOT_FOUND', ran: false } });
    expect(shape.data).toEqual({ code: 'NOT_FOUND' });
  });

  it.each([[null], ['text'], [[1]], [undefined]])('leaves %p alone, which a formatter may have made', (shape) => {
    expect(withData(shape, { ran: false })).toBe(shape);
  });

  it('makes data where a shape has none', () => {
    expect(withData({ message: 'm' }, { ran: false })).toEqual({ message: 'm', data: { ran: false } });
  });
});

describe('notRun', () => {
  it('says the same, and that nothing ran', () => {
    expect(notRun(internalError())).toEqual({
      key: 'INTERNAL_SERVER_ERROR',
      shape: {
        message: 'Internal server error',
        code: -32603,
        data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500, ran: false },
      },
    });
  });
});
