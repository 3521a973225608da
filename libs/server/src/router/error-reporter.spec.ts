import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { initTRPC, TRPCError } from '@trpc/server';
import { Observer } from '../observation/observer.js';
import { createRequest } from '../testing/fake-host.spec-support.js';
import { promisesRun } from '../testing/fake-server-clock.spec-support.js';
import { type ErrorNotice, ErrorReporter, reportAccident } from './error-reporter.js';

const { router } = initTRPC.create({
  errorFormatter: ({ shape }) => ({ ...shape, message: `${shape.message}!` }),
});
const ORIGIN = { path: 'orders.byId', kind: 'mutation', input: { id: 7 }, context: { user: 1 } } as const;
const request = createRequest();

function setUp() {
  const notices: ErrorNotice[] = [];
  return { notices, reporter: new ErrorReporter(router({}), (notice) => void notices.push(notice), new Observer({})) };
}

describe('ErrorReporter', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('tells the application of the error as it was thrown, and the client what it may know', () => {
    const { notices, reporter } = setUp();
    const thrown = new Error('secret');
    expect(reporter.report(thrown, ORIGIN, request)).toMatchObject({ shape: { message: 'Internal server error!' } });
    expect(notices).toHaveLength(1);
    const [notice] = notices;
    expect(notice).toMatchObject({ type: 'mutation', path: 'orders.byId', input: { id: 7 }, ctx: { user: 1 } });
    expect(notice?.error).toBeInstanceOf(TRPCError);
    expect(notice?.error.cause).toBe(thrown);
    expect(notice?.req).toBe(request);
  });

  it.each([
    ['without a hook', undefined, request],
    ['where the request of the connection was let go', () => undefined, undefined],
  ])('writes an accident %s', (_name, onError, of) => {
    const print = jest.spyOn(console, 'error').mockReturnValue();
    const reporter = new ErrorReporter(router({}), onError, new Observer({}));
    const thrown = new Error('secret');
    reporter.notice(thrown, ORIGIN, of);
    reporter.notice(new TRPCError({ code: 'NOT_FOUND' }), ORIGIN, of);
    expect(print.mock.calls).toEqual([['The mutation "orders.byId" failed:', thrown]]);
  });

  it('bears a hook that throws, and prints what it threw', () => {
    const print = jest.spyOn(console, 'error').mockReturnValue();
    const inHook = new Error('in the hook');
    const reporter = new ErrorReporter(
      router({}),
      () => {
        throw inHook;
      },
      new Observer({}),
    );
    expect(reporter.report(new Error('secret'), ORIGIN, request)).toMatchObject({ key: 'INTERNAL_SERVER_ERROR' });
    expect(print.mock.calls).toEqual([['The onError hook of a Trunkline server threw:', inHook]]);
  });

  it('bears a hook that rejects, and writes why to the logger', async () => {
    const lines: unknown[] = [];
    const inHook = new Error('in the hook');
    const error = (fields: object, message: string): void => void lines.push([fields, message]);
    const logger = { debug: error, info: error, warn: error, error };
    const reporter = new ErrorReporter(router({}), () => Promise.reject(inHook), new Observer({ logger }));
    reporter.notice(new Error('secret'), ORIGIN, request);
    await promisesRun();
    expect(lines).toEqual([[{ err: inHook }, 'The onError hook of a Trunkline server threw:']]);
  });

  it("passes refusals with a key of tRPC through the router's formatter, and tells the application nothing", () => {
    const { notices, reporter } = setUp();
    expect(reporter.refuse('TOO_MANY_REQUESTS', 'Too much', { limit: 'maxSubscriptions' }, 'ticks')).toEqual({
      key: 'TOO_MANY_REQUESTS',
      shape: {
        message: 'Too much!',
        code: -32029,
        data: { code: 'TOO_MANY_REQUESTS', httpStatus: 429, path: 'ticks', limit: 'maxSubscriptions' },
      },
    });
    expect(notices).toEqual([]);
  });

  it('gives refusals with a key of our own a fixed shape', () => {
    expect(setUp().reporter.refuse('OUTCOME_UNKNOWN', 'Who knows', { ran: 'perhaps' })).toEqual({
      key: 'OUTCOME_UNKNOWN',
      shape: { message: 'Who knows', code: -32051, data: { code: 'OUTCOME_UNKNOWN', ran: 'perhaps' } },
    });
  });

  it('gives a violation of the protocol the number of JSON-RPC 2.0', () => {
    const violation = { type: 'violation', id: null, isAnswered: true } as const;
    const { reporter } = setUp();
    expect(reporter.refuseViolation({ ...violation, code: 'BAD_REQUEST', message: 'no' }).number).toBe(-32600);
    expect(reporter.refuseViolation({ ...violation, code: 'INVALID_PARAMS', message: 'no' }).number).toBe(-32602);
    expect(reporter.refuseViolation({ ...violation, code: 'PARSE_ERROR', message: 'no' }).number).toBe(-32700);
  });
});

describe('reportAccident', () => {
  it('writes the errors of which clients see nothing, and no others', () => {
    const print = jest.spyOn(console, 'error').mockReturnValue();
    const observer = new Observer({});
    const cause = new Error('secret');
    const notice = { type: 'query', path: 'orders.byId', input: undefined, ctx: undefined, req: request } as const;
    reportAccident({ ...notice, error: new TRPCError({ code: 'NOT_FOUND', message: 'No order 7' }) }, observer);
    expect(print).not.toHaveBeenCalled();
    reportAccident({ ...notice, error: new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause }) }, observer);
    expect(print.mock.calls).toEqual([['The query "orders.byId" failed:', cause]]);
  });
});
