import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { parseTRPCMessage } from '@trpc/server/rpc';
import * as fc from 'fast-check';
import { isCallId } from '../call-id.js';
import type { Call, ClientFrame, ClientMessage } from '../client-message.js';
import { DEFAULT_LIMITS } from '../limits.js';
import { fuzzRuns, fuzzTimeoutMs } from '../testing/fuzz-runs.js';
import { anyFrame } from '../testing/mutations.js';
import { readSamples } from '../testing/samples.js';
import type { Violation } from '../violation.js';
import { decodeStockClientFrame } from './decode-client-frame.js';

const { transformer } = initTRPC.create()._config;
const decode = (text: string): ClientFrame => decodeStockClientFrame(text, DEFAULT_LIMITS);

const call: Call = {
  type: 'call',
  id: 1,
  kind: 'query',
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
  echoesJsonrpc: false,
};

/** Each form of each message, those of the source's comments first. */
const messages: readonly (readonly [text: string, message: ClientMessage])[] = [
  ['{"id":3,"method":"subscription.stop"}', { type: 'cancel', call: 3 }],
  ['{"id":1,"method":"query","params":{"input":{"id":7},"path":"orders.byId"}}', call],
  [
    '{"id":"a","jsonrpc":"2.0","method":"mutation","params":{"path":"orders.add"}}',
    { ...call, id: 'a', kind: 'mutation', path: 'orders.add', input: undefined, echoesJsonrpc: true },
  ],
  [
    '{"id":1,"method":"subscription","params":{"path":"ticks","lastEventId":"17"}}',
    { ...call, kind: 'subscription', path: 'ticks', input: undefined, lastEventId: '17' },
  ],
];
const texts = messages.map(([text]) => text);

describe('decodeStockClientFrame', () => {
  it.each(messages)('reads %s', (text, message) => {
    expect(decode(text)).toEqual(message);
  });

  it('has every sample of its comments among these', () => {
    expect(readSamples('stock/decode-client-frame.ts')).toEqual(texts.slice(0, 2));
  });

  it('reads the signs of life', () => {
    expect(decode('PING')).toEqual({ type: 'ping', id: null });
    expect(decode('PONG')).toEqual({ type: 'pong' });
  });

  it('reads a batch as its messages, so that a bad one spoils no other', () => {
    expect(decode(`[${texts.join(',')},{"id":9}]`)).toEqual({
      type: 'batch',
      messages: [...messages.map(([, message]) => message), expect.objectContaining({ type: 'violation', id: 9 })],
    });
    expect(decode('[]')).toEqual({ type: 'batch', messages: [] });
  });

  it.each<[text: string, id: Violation['id']]>([
    ['', null],
    ['null', null],
    ['"PING"', null],
    ['{}', null],
    ['{"id":null,"method":"query","params":{"path":"a"}}', null],
    ['{"id":true,"method":"query","params":{"path":"a"}}', null],
    ['{"id":1,"jsonrpc":"1.0","method":"query","params":{"path":"a"}}', 1],
    ['{"id":1,"method":"later","params":{"path":"a"}}', 1],
    ['{"id":1,"method":"query"}', 1],
    ['{"id":1,"method":"query","params":{}}', 1],
    ['{"id":1,"method":"query","params":{"path":"a","lastEventId":7}}', 1],
    [`{"id":1,"method":"query","params":{"path":"a","input":${'['.repeat(64)}${']'.repeat(64)}}}`, 1],
  ])('answers %s under the id %j', (text, id) => {
    expect(decode(text)).toMatchObject({ type: 'violation', id, code: 'PARSE_ERROR', isAnswered: true });
  });

  it('answers each request of a batch over the limit, so that none waits for ever', () => {
    const limits = { maxDepth: 64, maxBatchSize: 2 };
    const message = 'The batch holds 3 messages; the server takes 2 (option limits.maxBatchSize).';
    const refusal = { type: 'violation', code: 'BAD_REQUEST', message, isAnswered: true };
    expect(decodeStockClientFrame('[{"id":1},{"id":"b"},3]', limits)).toEqual({
      type: 'batch',
      messages: [
        { ...refusal, id: 1 },
        { ...refusal, id: 'b' },
      ],
    });
    expect(decodeStockClientFrame('[1,2,3]', limits)).toEqual({ type: 'batch', messages: [{ ...refusal, id: null }] });
  });

  it(
    'answers any text with a value, and takes no message that tRPC would not take',
    () => {
      fc.assert(
        fc.property(anyFrame(texts), fc.constantFrom(1, 1000), (text, maxBatchSize) => {
          const frame = decodeStockClientFrame(text, { maxDepth: 64, maxBatchSize });
          if (frame.type === 'batch') return frame.messages.forEach(checkMessage);
          checkMessage(frame);
          if (frame.type === 'call' || frame.type === 'cancel') parseTRPCMessage(JSON.parse(text), transformer);
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
      return expect(isCallId(message.id) && typeof message.path).toBe('string');
    case 'cancel':
      return expect(isCallId(message.call)).toBe(true);
    case 'ping':
    case 'pong':
      return;
    default:
      throw new Error(`The stock dialect has no ${message.type}.`);
  }
}
