import { describe, expect, it } from '@jest/globals';
import { DEFAULT_LIMITS } from '@trunkline/protocol';
import { internalError } from '../router/error-report.js';
import { PLAIN_CODECS } from '../router/router-codecs.js';
import { nativeDialect } from './native-dialect.js';

const call = { id: 3, echoesJsonrpc: true };
const name = { call, number: 17 };
const report = internalError();
const ERROR =
  '{"code":-32603,"message":"Internal server error","data":{"code":"INTERNAL_SERVER_ERROR","httpStatus":500}}';
const hello = { type: 'hello', id: 1, client: {}, payload: 'json', features: [], connectionParams: null } as const;
const welcome = { server: { name: 's', version: '1' }, limits: {}, features: [] };

describe('nativeDialect', () => {
  it.each<[string, unknown, unknown]>([
    [
      'welcome',
      nativeDialect.welcome(hello, welcome),
      '{"jsonrpc":"2.0","id":1,"result":{"server":{"name":"s","version":"1"},"limits":{},"features":[]}}',
    ],
    ['answer to a ping', nativeDialect.pong('a'), '{"jsonrpc":"2.0","id":"a","result":{}}'],
    ['answer', nativeDialect.answer(call, '{"price":3}'), '{"jsonrpc":"2.0","id":3,"result":{"output":{"price":3}}}'],
    ['empty answer', nativeDialect.answer(call, undefined), '{"jsonrpc":"2.0","id":3,"result":{}}'],
    ['failure', nativeDialect.failure(call, report, PLAIN_CODECS, 'json'), `{"jsonrpc":"2.0","id":3,"error":${ERROR}}`],
    [
      'failure of nobody',
      nativeDialect.failure(null, report, PLAIN_CODECS, 'json'),
      `{"jsonrpc":"2.0","id":null,"error":${ERROR}}`,
    ],
    [
      'answer to a subscribe',
      nativeDialect.subscribed(name, 'r.0', 'fresh'),
      '{"jsonrpc":"2.0","id":3,"result":{"subscription":17,"cursor":"r.0","resumed":"fresh"}}',
    ],
    [
      'event',
      nativeDialect.next(name, { data: '5', cursor: 'r.1', trackedId: undefined, conflated: 0 }),
      '{"jsonrpc":"2.0","method":"rpc.next","params":{"subscription":17,"cursor":"r.1","data":5}}',
    ],
    [
      'gap',
      nativeDialect.gap(name, 'overflow', 12, 'r.1'),
      '{"jsonrpc":"2.0","method":"rpc.gap","params":{"subscription":17,"reason":"overflow","dropped":12,"cursor":"r.1"}}',
    ],
    [
      'end',
      nativeDialect.ended(name, undefined, PLAIN_CODECS, 'json'),
      ['{"jsonrpc":"2.0","method":"rpc.end","params":{"subscription":17}}'],
    ],
    [
      'end with an error',
      nativeDialect.ended(name, report, PLAIN_CODECS, 'json'),
      [`{"jsonrpc":"2.0","method":"rpc.end","params":{"subscription":17,"error":${ERROR}}}`],
    ],
    [
      'answer to an unsubscribe',
      nativeDialect.unsubscribed(name, { id: 4, echoesJsonrpc: true }),
      '{"jsonrpc":"2.0","id":4,"result":{}}',
    ],
  ])('writes the %s', (_name, written, expected) => {
    expect(written).toEqual(expected);
  });

  it('does not welcome who did not say hello', () => {
    expect(nativeDialect.welcome({ ...hello, id: null }, welcome)).toBeUndefined();
  });

  it('reads a hello like any other message', () => {
    const text = '{"jsonrpc":"2.0","id":1,"method":"rpc.hello"}';
    expect(nativeDialect.decodeGreeting(text, DEFAULT_LIMITS)).toEqual(hello);
    expect(nativeDialect.decode(text, DEFAULT_LIMITS)).toEqual(hello);
  });

  it.each([
    ['UNAUTHORIZED', 4300],
    ['FORBIDDEN', 4002],
    ['INTERNAL_SERVER_ERROR', 4100],
    ['SERVICE_UNAVAILABLE', 4100],
  ] as const)('closes after a context that failed with %s with %i', (key, code) => {
    expect(nativeDialect.contextFailureCode(key)).toBe(code);
  });
});
