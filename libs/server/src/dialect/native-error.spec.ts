import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { isWireError } from '@trunkline/protocol';
import fc from 'fast-check';
import superjson from 'superjson';
import type { ErrorReport } from '../router/error-report.js';
import { createRouterCodecs, PLAIN_CODECS } from '../router/router-codecs.js';
import { encodeNativeError } from './native-error.js';

const SUPERJSON_CODECS = createRouterCodecs(initTRPC.create({ transformer: superjson }).router({}));

const shape = { message: 'No order 7', code: -32004, data: { code: 'NOT_FOUND', httpStatus: 404 } };
const NOT_FOUND: ErrorReport = { key: 'NOT_FOUND', shape };

const encoded = (report: ErrorReport, codecs = PLAIN_CODECS, payload: 'json' | 'transformed' = 'json'): unknown =>
  JSON.parse(encodeNativeError(report, codecs, payload));

describe('encodeNativeError', () => {
  it("is tRPC's shape as it stands", () => {
    expect(encoded(NOT_FOUND)).toEqual({
      code: -32004,
      message: 'No order 7',
      data: { code: 'NOT_FOUND', httpStatus: 404 },
    });
  });

  it('has the key in its data, whatever the formatter made', () => {
    expect(encoded({ key: 'NOT_FOUND', shape: { ...shape, data: { code: 'MINE', hint: 1 } } })).toEqual({
      code: -32004,
      message: 'No order 7',
      data: { code: 'NOT_FOUND', hint: 1 },
    });
  });

  it.each([[undefined], [null], ['text'], [[1]], [{}], [{ message: 7, code: 'x', data: [] }], [{ code: 1.5 }]])(
    'is a valid error also where a formatter made %p',
    (made) => {
      expect(encoded({ key: 'NOT_FOUND', shape: made })).toEqual({
        code: -32004,
        message: 'NOT_FOUND',
        data: { code: 'NOT_FOUND' },
      });
    },
  );

  it('says bad input with the number of JSON-RPC 2.0', () => {
    expect(encoded({ key: 'BAD_REQUEST', shape: { ...shape, code: -32600 } })).toMatchObject({ code: -32602 });
  });

  it('has a number of its own where the report names one', () => {
    expect(encoded({ ...NOT_FOUND, number: -32601 })).toMatchObject({ code: -32601 });
  });

  it('leaves out data that cannot travel', () => {
    const endless: Record<string, unknown> = {};
    endless['self'] = endless;
    for (const data of [{ amount: 1n }, endless]) {
      expect(encoded({ key: 'NOT_FOUND', shape: { ...shape, data } })).toEqual({
        code: -32004,
        message: 'No order 7',
        data: { code: 'NOT_FOUND' },
      });
    }
  });

  it('brings the whole shape through the transformer where plain JSON loses something, to who asked for it', () => {
    const dated = { ...shape, data: { ...shape.data, at: new Date(0) } };
    const error = encoded({ key: 'NOT_FOUND', shape: dated }, SUPERJSON_CODECS, 'transformed') as {
      data: { at: unknown; transformed: Parameters<typeof superjson.deserialize>[0] };
    };
    expect(error.data.at).toBe('1970-01-01T00:00:00.000Z');
    expect(superjson.deserialize(error.data.transformed)).toEqual(dated);
    expect(encodeNativeError({ key: 'NOT_FOUND', shape: dated }, SUPERJSON_CODECS, 'json')).not.toContain(
      'transformed',
    );
  });

  it('does not say twice what plain JSON says whole', () => {
    expect(encoded(NOT_FOUND, SUPERJSON_CODECS, 'transformed')).toEqual(encoded(NOT_FOUND));
    expect(encoded(NOT_FOUND, PLAIN_CODECS, 'transformed')).toEqual(encoded(NOT_FOUND));
  });

  it('is a valid error whatever a formatter makes', () => {
    const anyShape = fc.oneof(
      fc.anything({ withDate: true, withMap: true, withBigInt: true }),
      fc.record({ data: fc.anything() }),
    );
    fc.assert(
      fc.property(anyShape, fc.constantFrom('json', 'transformed'), (made, payload) => {
        const error = encoded({ key: 'CONFLICT', shape: made }, SUPERJSON_CODECS, payload);
        expect(isWireError(error)).toBe(true);
        expect(error).toMatchObject({ data: { code: 'CONFLICT' } });
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) },
    );
  });
});
