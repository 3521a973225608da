import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { DEFAULT_LIMITS } from '@trunkline/protocol';
import superjson from 'superjson';
import { internalError } from '../router/error-report.js';
import { createRouterCodecs, PLAIN_CODECS } from '../router/router-codecs.js';
import { stockDialect } from './stock-dialect.js';

const call = { id: 3, echoesJsonrpc: false };
const name = { call, number: 17 };
const report = internalError();
const ERROR =
  '{"message":"Internal server error","code":-32603,"data":{"code":"INTERNAL_SERVER_ERROR","httpStatus":500}}';
const hello = {
  type: 'hello',
  id: null,
  client: {},
  payload: 'transformed',
  features: [],
  connectionParams: null,
} as const;
const event = { data: '5', cursor: 'r.1', trackedId: undefined, conflated: 0 };
const SUPERJSON_CODECS = createRouterCodecs(initTRPC.create({ transformer: superjson }).router({}));

describe('stockDialect', () => {
  it.each<[string, unknown, unknown]>([
    ['answer to a PING', stockDialect.pong(null), 'PONG'],
    ['answer', stockDialect.answer(call, '{"price":3}'), '{"id":3,"result":{"type":"data","data":{"price":3}}}'],
    ['empty answer', stockDialect.answer(call, undefined), '{"id":3,"result":{"type":"data"}}'],
    [
      'answer to who says jsonrpc',
      stockDialect.answer({ id: 3, echoesJsonrpc: true }, '1'),
      '{"id":3,"jsonrpc":"2.0","result":{"type":"data","data":1}}',
    ],
    ['failure', stockDialect.failure(call, report, PLAIN_CODECS, 'transformed'), `{"id":3,"error":${ERROR}}`],
    [
      'failure of nobody',
      stockDialect.failure(null, report, PLAIN_CODECS, 'transformed'),
      `{"id":null,"error":${ERROR}}`,
    ],
    [
      'failure through a transformer',
      stockDialect.failure(call, report, SUPERJSON_CODECS, 'transformed'),
      `{"id":3,"error":{"json":${ERROR}}}`,
    ],
    ['answer to a subscribe', stockDialect.subscribed(name, 'r.0', 'fresh'), '{"id":3,"result":{"type":"started"}}'],
    ['event', stockDialect.next(name, event), '{"id":3,"result":{"type":"data","data":5}}'],
    [
      'tracked event',
      stockDialect.next(name, { ...event, trackedId: 'a', conflated: 0 }),
      '{"id":3,"result":{"type":"data","id":"a","data":5}}',
    ],
    ['end', stockDialect.ended(name, undefined, PLAIN_CODECS, 'transformed'), ['{"id":3,"result":{"type":"stopped"}}']],
    [
      'end with an error',
      stockDialect.ended(name, report, PLAIN_CODECS, 'transformed'),
      [`{"id":3,"error":${ERROR}}`, '{"id":3,"result":{"type":"stopped"}}'],
    ],
    ['answer to a stop', stockDialect.unsubscribed(name, call), '{"id":3,"result":{"type":"stopped"}}'],
  ])('writes the %s', (_name, written, expected) => {
    expect(written).toEqual(expected);
  });

  it('has no word for a welcome or a gap, and no code for a context that failed', () => {
    expect(
      stockDialect.welcome(hello, { server: { name: 's', version: '1' }, limits: {}, features: [] }),
    ).toBeUndefined();
    expect(stockDialect.gap(name, 'overflow', 3, 'r.1')).toBeUndefined();
    expect(stockDialect.tellsGaps).toBe(false);
    expect(stockDialect.contextFailureCode('UNAUTHORIZED')).toBeUndefined();
  });

  it('says nothing of an error whose shape cannot travel', () => {
    const text = stockDialect.failure(
      call,
      { key: 'NOT_FOUND', shape: { message: 'secret', data: 1n } },
      PLAIN_CODECS,
      'transformed',
    );
    expect(text).toBe(`{"id":3,"error":${ERROR}}`);
  });

  it('reads the first message as connection params, whatever it is', () => {
    expect(stockDialect.decodeGreeting('{"method":"connectionParams","data":{"token":"abc"}}', DEFAULT_LIMITS)).toEqual(
      {
        ...hello,
        connectionParams: { token: 'abc' },
      },
    );
    expect(stockDialect.decode('PING', DEFAULT_LIMITS)).toEqual({ type: 'ping', id: null });
  });
});
