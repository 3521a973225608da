import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isCallId } from '../call-id.js';
import type { Call, ClientFrame, ClientMessage } from '../client-message.js';
import { DEFAULT_LIMITS } from '../limits.js';
import { fuzzRuns, fuzzTimeoutMs } from '../testing/fuzz-runs.js';
import { anyFrame } from '../testing/mutations.js';
import { readSamples } from '../testing/samples.js';
import type { Violation } from '../violation.js';
import { decodeClientFrame } from './decode-client-frame.js';

const decode = (text: string): ClientFrame => decodeClientFrame(text, DEFAULT_LIMITS);

const TRACEPARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

const call: Call = {
  type: 'call',
  id: 2,
  kind: undefined,
  path: 'orders.byId',
  input: { id: 7 },
  deadlineMs: 0,
  key: undefined,
  sent: undefined,
  credit: undefined,
  maxRate: undefined,
  after: undefined,
  lastEventId: undefined,
  traceparent: undefined,
  shape: undefined,
  echoesJsonrpc: true,
};

const hello: ClientMessage = {
  type: 'hello',
  id: 1,
  client: { name: 'shop' },
  payload: 'transformed',
  features: [],
  connectionParams: null,
};

/** Each form of each message, those of the source's comments first. */
const messages: readonly (readonly [text: string, message: ClientMessage])[] = [
  [
    '{"jsonrpc":"2.0","id":2,"method":"orders.byId","params":{"input":{"id":7},"deadlineMs":5000}}',
    { ...call, deadlineMs: 5000 },
  ],
  ['{"jsonrpc":"2.0","id":1,"method":"rpc.hello","params":{"client":{"name":"shop"},"payload":"transformed"}}', hello],
  ['{"jsonrpc":"2.0","id":6,"method":"rpc.ping"}', { type: 'ping', id: 6 }],
  ['{"jsonrpc":"2.0","id":7,"method":"rpc.discover"}', { type: 'discover', id: 7 }],
  ['{"jsonrpc":"2.0","method":"rpc.cancel","params":{"id":2}}', { type: 'cancel', call: 2 }],
  [
    '{"jsonrpc":"2.0","id":4,"method":"rpc.unsubscribe","params":{"subscription":17}}',
    { type: 'unsubscribe', id: 4, subscription: 17 },
  ],
  [
    '{"jsonrpc":"2.0","method":"rpc.credit","params":{"subscription":17,"add":32,"seen":"k3Jd82hQ.5"}}',
    { type: 'credit', subscription: 17, add: 32, seen: 'k3Jd82hQ.5' },
  ],
  [
    '{"jsonrpc":"2.0","method":"rpc.tune","params":{"subscription":17,"maxRate":2}}',
    { type: 'tune', subscription: 17, maxRate: 2 },
  ],
  [
    '{"jsonrpc":"2.0","id":5,"method":"rpc.auth","params":{"connectionParams":{"token":"new"}}}',
    { type: 'auth', id: 5, connectionParams: { token: 'new' } },
  ],
  [
    '{"jsonrpc":"2.0","id":2,"method":"orders.add","params":{"input":{"total":3},"key":"f3c9:19","sent":{"epoch":"p7Qd"}}}',
    { ...call, path: 'orders.add', input: { total: 3 }, key: 'f3c9:19', sent: { epoch: 'p7Qd' } },
  ],
  [
    '{"jsonrpc":"2.0","id":2,"method":"orders.byId","params":{"input":{"id":7},"shape":"k3Jd8-"}}',
    { ...call, shape: 'k3Jd8-' },
  ],
  [
    '{"jsonrpc":"2.0","id":3,"method":"prices.onTick","params":{"input":{"symbol":"X"},"credit":64,"after":"k3Jd82hQ.5~17","maxRate":10}}',
    { ...call, id: 3, path: 'prices.onTick', input: { symbol: 'X' }, credit: 64, after: 'k3Jd82hQ.5~17', maxRate: 10 },
  ],
  [
    '{"jsonrpc":"2.0","method":"rpc.credit","params":{"subscription":17,"add":0}}',
    { type: 'credit', subscription: 17, add: 0, seen: undefined },
  ],
  [
    '{"jsonrpc":"2.0","method":"rpc.tune","params":{"subscription":17,"maxRate":null}}',
    { type: 'tune', subscription: 17, maxRate: null },
  ],
  ['{"jsonrpc":"2.0","id":5,"method":"rpc.auth"}', { type: 'auth', id: 5, connectionParams: null }],
  ['{"jsonrpc":"2.0","id":"a","method":"now"}', { ...call, id: 'a', path: 'now', input: undefined }],
  ['{"jsonrpc":"2.0","id":2,"method":"now","params":{}}', { ...call, path: 'now', input: undefined }],
  ['{"jsonrpc":"2.0","id":2,"method":"now","params":{"input":null}}', { ...call, path: 'now', input: null }],
  [
    '{"jsonrpc":"2.0","id":2,"method":"orders.byId","params":{"input":{"id":7},"sent":{"epoch":null}}}',
    { ...call, sent: { epoch: null } },
  ],
  [
    '{"jsonrpc":"2.0","id":2,"method":"ticks","params":{"credit":0,"after":"k3Jd82hQ.5"}}',
    { ...call, path: 'ticks', input: undefined, credit: 0, after: 'k3Jd82hQ.5' },
  ],
  [
    `{"jsonrpc":"2.0","id":2,"method":"now","params":{"traceparent":"${TRACEPARENT}"}}`,
    { ...call, path: 'now', input: undefined, traceparent: TRACEPARENT },
  ],
  ['{"jsonrpc":"2.0","id":2,"method":"now","params":{"traceparent":5}}', { ...call, path: 'now', input: undefined }],
  ['{"jsonrpc":"2.0","id":1,"method":"rpc.hello"}', { ...hello, client: {}, payload: 'json' }],
  [
    '{"jsonrpc":"2.0","id":1,"method":"rpc.hello","params":{"contract":"hR3v9Qm0x1TtZ8aLkWc2Yg"}}',
    { ...hello, client: {}, payload: 'json', contract: 'hR3v9Qm0x1TtZ8aLkWc2Yg' },
  ],
  ['{"jsonrpc":"2.0","id":6,"method":"rpc.ping","params":[1],"later":true}', { type: 'ping', id: 6 }],
  ['{"jsonrpc":"2.0","method":"rpc.cancel","params":{"id":"a"}}', { type: 'cancel', call: 'a' }],
];

describe('decodeClientFrame', () => {
  it.each(messages)('reads %s', (text, message) => {
    expect(decode(text)).toEqual(message);
  });

  it('has every sample of its comments among these', () => {
    const samples = [...readSamples('native/decode-client-frame.ts'), ...readSamples('native/decode-call.ts')];
    expect(samples.length).toBe(12);
    expect(
      messages
        .slice(0, samples.length)
        .map(([text]) => text)
        .toSorted(),
    ).toEqual(samples.toSorted());
  });

  it('reads a batch as its messages, in order', () => {
    const texts = messages.map(([text]) => text);
    expect(decode(`[${texts.join(',')},1]`)).toEqual({
      type: 'batch',
      messages: [...messages.map(([, message]) => message), expect.objectContaining({ type: 'violation', id: null })],
    });
  });

  it.each<[text: string, id: Violation['id'], code: Violation['code']]>([
    ['', null, 'PARSE_ERROR'],
    ['PING', null, 'PARSE_ERROR'],
    ['{"jsonrpc":"2.0","method":"foobar,"params":"bar","baz]', null, 'PARSE_ERROR'],
    ['null', null, 'BAD_REQUEST'],
    ['[]', null, 'BAD_REQUEST'],
    ['{}', null, 'BAD_REQUEST'],
    ['{"id":1,"method":"a"}', 1, 'BAD_REQUEST'],
    ['{"jsonrpc":"1.0","id":1,"method":"a"}', 1, 'BAD_REQUEST'],
    ['{"jsonrpc":"2.0","method":1,"params":"bar"}', null, 'BAD_REQUEST'],
    ['{"jsonrpc":"2.0","id":null,"method":"a"}', null, 'BAD_REQUEST'],
    ['{"jsonrpc":"2.0","id":[1],"method":"a"}', null, 'BAD_REQUEST'],
    ['{"jsonrpc":"2.0","id":1e999,"method":"a"}', null, 'BAD_REQUEST'],
    [`{"jsonrpc":"2.0","id":"${'a'.repeat(129)}","method":"a"}`, null, 'BAD_REQUEST'],
    ['{"jsonrpc":"2.0","id":1,"result":2}', 1, 'BAD_REQUEST'],
    [`{"jsonrpc":"2.0","id":1,"method":"a","params":${'['.repeat(64)}${']'.repeat(64)}}`, 1, 'BAD_REQUEST'],
    [`{"jsonrpc":"2.0","id":1,"method":"${'a'.repeat(513)}"}`, 1, 'NOT_FOUND'],
    ['{"jsonrpc":"2.0","id":1,"method":"a","params":[1]}', 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"a","params":null}', 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"a","params":{"deadlineMs":0}}', 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"a","params":{"deadlineMs":1.5}}', 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"a","params":{"deadlineMs":2147483648}}', 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"a","params":{"deadlineMs":null}}', 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"a","params":{"credit":-1}}', 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"a","params":{"after":5}}', 1, 'INVALID_PARAMS'],
    [`{"jsonrpc":"2.0","id":1,"method":"a","params":{"after":"${'a'.repeat(1025)}"}}`, 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"rpc.describe"}', 1, 'METHOD_NOT_FOUND'],
    ['{"jsonrpc":"2.0","id":1,"method":"rpc.constructor"}', 1, 'METHOD_NOT_FOUND'],
    ['{"jsonrpc":"2.0","id":1,"method":"rpc.unsubscribe"}', 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"rpc.unsubscribe","params":{"subscription":0}}', 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"rpc.cancel","params":{"id":2}}', 1, 'BAD_REQUEST'],
    ['{"jsonrpc":"2.0","id":1,"method":"rpc.credit","params":{"subscription":1,"add":1}}', 1, 'BAD_REQUEST'],
    ['{"jsonrpc":"2.0","id":1,"method":"rpc.hello","params":[]}', 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"a","params":{"key":""}}', 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"a","params":{"key":5}}', 1, 'INVALID_PARAMS'],
    [`{"jsonrpc":"2.0","id":1,"method":"a","params":{"key":"${'a'.repeat(129)}"}}`, 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"a","params":{"maxRate":0}}', 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"a","params":{"maxRate":1e999}}', 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"a","params":{"maxRate":null}}', 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"a","params":{"shape":5}}', 1, 'INVALID_PARAMS'],
    [`{"jsonrpc":"2.0","id":1,"method":"a","params":{"shape":"${'a'.repeat(129)}"}}`, 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"rpc.hello","params":{"contract":null}}', 1, 'INVALID_PARAMS'],
    ['{"jsonrpc":"2.0","id":1,"method":"rpc.tune","params":{"subscription":1,"maxRate":1}}', 1, 'BAD_REQUEST'],
    ['{"jsonrpc":"2.0","id":1,"method":"rpc.auth","params":{"connectionParams":"token"}}', 1, 'INVALID_PARAMS'],
  ])('answers %s under the id %j with %s', (text, id, code) => {
    expect(decode(text)).toMatchObject({ type: 'violation', id, code, isAnswered: true });
  });

  it.each([
    '{"jsonrpc":"2.0","method":"orders.byId","params":{"input":1}}',
    '{"jsonrpc":"2.0","method":"rpc.hello"}',
    '{"jsonrpc":"2.0","method":"rpc.ping"}',
    '{"jsonrpc":"2.0","method":"rpc.discover"}',
    '{"jsonrpc":"2.0","method":"rpc.unsubscribe","params":{"subscription":1}}',
    '{"jsonrpc":"2.0","method":"rpc.later"}',
    '{"jsonrpc":"2.0","method":"rpc.cancel"}',
    '{"jsonrpc":"2.0","method":"rpc.cancel","params":{"id":null}}',
    '{"jsonrpc":"2.0","method":"rpc.credit","params":{"subscription":1}}',
    '{"jsonrpc":"2.0","method":"rpc.credit","params":{"subscription":1,"add":-1}}',
    '{"jsonrpc":"2.0","method":"rpc.credit","params":{"subscription":1,"add":0,"seen":5}}',
    `{"jsonrpc":"2.0","method":"rpc.credit","params":{"subscription":1,"add":0,"seen":"${'a'.repeat(1025)}"}}`,
    '{"jsonrpc":"2.0","method":"rpc.tune"}',
    '{"jsonrpc":"2.0","method":"rpc.tune","params":{"subscription":1}}',
    '{"jsonrpc":"2.0","method":"rpc.tune","params":{"subscription":1,"maxRate":0}}',
    '{"jsonrpc":"2.0","method":"rpc.auth","params":{"connectionParams":{"token":"new"}}}',
  ])('refuses the notification %s without an answer', (text) => {
    expect(decode(text)).toMatchObject({ type: 'violation', isAnswered: false });
  });

  it.each([[true], [{}], [{ epoch: 5 }], [{ epoch: 'a'.repeat(129) }], [null]])(
    'takes %j for the mark of a later sending that knew no epoch',
    (sent) => {
      const text = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'a', params: { sent } });
      expect(decode(text)).toMatchObject({ type: 'call', sent: { epoch: null } });
    },
  );

  it('refuses a batch over the limit as a whole, with both numbers and the option', () => {
    const frame = decodeClientFrame('[1,2,3]', { maxDepth: 64, maxBatchSize: 2 });
    expect(frame).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      message: 'The batch holds 3 messages; the server takes 2 (option limits.maxBatchSize).',
    });
  });

  it(
    'answers any text with a value whose every part is within its bounds',
    () => {
      const anyText = anyFrame(messages.map(([text]) => text));
      const anyLimits = fc.record({ maxDepth: fc.constantFrom(1, 4, 64), maxBatchSize: fc.constantFrom(1, 1000) });
      fc.assert(
        fc.property(anyText, anyLimits, (text, limits) => {
          const frame = decodeClientFrame(text, limits);
          if (frame.type !== 'batch') return checkMessage(frame);
          expect(frame.messages.length).toBeLessThanOrEqual(limits.maxBatchSize);
          frame.messages.forEach(checkMessage);
        }),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});

function checkMessage(message: ClientMessage | Violation): void {
  switch (message.type) {
    case 'violation':
      expect(message.id === null || isCallId(message.id)).toBe(true);
      return expect(message.message.length).toBeLessThan(500);
    case 'call':
      expect(isCallId(message.id) && message.path.length <= 512 && !message.path.startsWith('rpc.')).toBe(true);
      expect(message.deadlineMs >= 0 && message.deadlineMs < 2 ** 31 && (message.credit ?? 0) >= 0).toBe(true);
      expect((message.key ?? 'a').length > 0 && (message.key ?? '').length <= 128).toBe(true);
      expect((message.sent?.epoch ?? '').length <= 128 && (message.maxRate ?? 1) > 0).toBe(true);
      expect((message.shape ?? '').length).toBeLessThanOrEqual(128);
      return expect((message.after ?? '').length).toBeLessThanOrEqual(1024);
    case 'cancel':
      return expect(isCallId(message.call)).toBe(true);
    case 'credit':
      expect((message.seen ?? '').length).toBeLessThanOrEqual(1024);
      return expect(message.subscription > 0 && Number.isSafeInteger(message.add)).toBe(true);
    case 'tune':
      return expect(message.subscription > 0 && (message.maxRate ?? 1) > 0 && message.maxRate !== Infinity).toBe(true);
    case 'unsubscribe':
      return expect(isCallId(message.id) && message.subscription > 0).toBe(true);
    case 'hello':
      return expect(isCallId(message.id) && (message.contract ?? '').length <= 128).toBe(true);
    case 'auth':
    case 'discover':
    case 'ping':
      return expect(isCallId(message.id)).toBe(true);
    case 'pong':
      throw new Error('The native dialect has no pong.');
  }
}
