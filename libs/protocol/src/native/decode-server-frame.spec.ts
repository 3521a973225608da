import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isCallId } from '../call-id.js';
import { isWireError } from '../error-shape.js';
import { isGapReason, type ServerMessage, type ServerViolation } from '../server-message.js';
import { fuzzRuns, fuzzTimeoutMs } from '../testing/fuzz-runs.js';
import { anyFrame } from '../testing/mutations.js';
import { readSamples } from '../testing/samples.js';
import { decodeServerFrame } from './decode-server-frame.js';

const error = { code: -32004, message: 'No such order', data: { code: 'NOT_FOUND' } };
const gap: ServerMessage = { type: 'gap', subscription: 17, reason: 'overflow', dropped: 12, cursor: 'k3Jd82hQ.17' };

/** Each form of each message, those of the source's comments first. */
const messages: readonly (readonly [text: string, message: ServerMessage])[] = [
  [
    '{"jsonrpc":"2.0","id":2,"error":{"code":-32004,"message":"No such order","data":{"code":"NOT_FOUND"}}}',
    { type: 'failure', id: 2, error },
  ],
  ['{"jsonrpc":"2.0","id":2,"result":{"output":{"id":7}}}', { type: 'result', id: 2, result: { output: { id: 7 } } }],
  [
    '{"jsonrpc":"2.0","method":"rpc.next","params":{"subscription":17,"cursor":"k3Jd82hQ.5","data":{"price":3}}}',
    { type: 'next', subscription: 17, cursor: 'k3Jd82hQ.5', data: { price: 3 }, conflated: undefined },
  ],
  [
    '{"jsonrpc":"2.0","method":"rpc.gap","params":{"subscription":17,"reason":"overflow","dropped":12,"cursor":"k3Jd82hQ.17"}}',
    gap,
  ],
  [
    '{"jsonrpc":"2.0","method":"rpc.end","params":{"subscription":17,"cursor":"k3Jd82hQ.18"}}',
    { type: 'end', subscription: 17, cursor: 'k3Jd82hQ.18', error: undefined },
  ],
  [
    '{"jsonrpc":"2.0","method":"rpc.part","params":{"id":2,"text":"{\\"id\\":"}}',
    { type: 'part', id: 2, text: '{"id":' },
  ],
  ['{"jsonrpc":"2.0","method":"rpc.expiring","params":{"inMs":30000}}', { type: 'expiring', inMs: 30_000 }],
  [
    '{"jsonrpc":"2.0","method":"rpc.drain","params":{"reconnectAfterMs":1840,"deadlineMs":30000}}',
    { type: 'drain', reconnectAfterMs: 1840, deadlineMs: 30_000 },
  ],
  [
    '{"jsonrpc":"2.0","method":"rpc.next","params":{"subscription":17,"cursor":"k3Jd82hQ.9","conflated":3,"data":1}}',
    { type: 'next', subscription: 17, cursor: 'k3Jd82hQ.9', data: 1, conflated: 3 },
  ],
  [
    '{"jsonrpc":"2.0","method":"rpc.end","params":{"subscription":17}}',
    { type: 'end', subscription: 17, cursor: undefined, error: undefined },
  ],
  [
    '{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"No JSON"}}',
    { type: 'failure', id: null, error: { code: -32700, message: 'No JSON' } },
  ],
  [
    '{"jsonrpc":"2.0","method":"rpc.next","params":{"subscription":17}}',
    { type: 'next', subscription: 17, cursor: undefined, data: undefined, conflated: undefined },
  ],
  [
    '{"jsonrpc":"2.0","method":"rpc.gap","params":{"subscription":17,"reason":"restarted"}}',
    { ...gap, reason: 'restarted', dropped: undefined, cursor: undefined },
  ],
  [
    `{"jsonrpc":"2.0","method":"rpc.end","params":{"subscription":17,"error":${JSON.stringify(error)}}}`,
    { type: 'end', subscription: 17, cursor: undefined, error },
  ],
];

describe('decodeServerFrame', () => {
  it.each(messages)('reads %s', (text, message) => {
    expect(decodeServerFrame(text)).toEqual(message);
  });

  it('has every sample of its comments among these', () => {
    const samples = readSamples('native/decode-server-frame.ts');
    expect(samples.length).toBe(8);
    expect(
      messages
        .slice(0, samples.length)
        .map(([text]) => text)
        .toSorted(),
    ).toEqual(samples.toSorted());
  });

  it('reads the answer to a batch as its messages', () => {
    const texts = messages.map(([text]) => text);
    expect(decodeServerFrame(`[${texts.join(',')}]`)).toEqual({
      type: 'batch',
      messages: messages.map(([, message]) => message),
    });
  });

  it('passes over the notifications of a later version', () => {
    const text = '{"jsonrpc":"2.0","method":"rpc.later","params":[1]}';
    expect(decodeServerFrame(text)).toEqual({ type: 'unknown', method: 'rpc.later' });
  });

  it('takes a gap for a reason of a later version as one that it knows', () => {
    const text = '{"jsonrpc":"2.0","method":"rpc.gap","params":{"subscription":17,"reason":"later"}}';
    expect(decodeServerFrame(text)).toMatchObject({ type: 'gap', reason: 'restarted' });
  });

  it.each([
    'PING',
    'null',
    '{}',
    '{"id":1,"result":{"type":"data"}}',
    '{"jsonrpc":"2.0","result":1}',
    '{"jsonrpc":"2.0","id":null,"result":1}',
    '{"jsonrpc":"2.0","id":1,"error":{"code":"1","message":""}}',
    '{"jsonrpc":"2.0","method":"rpc.next","params":{"subscription":"17"}}',
    '{"jsonrpc":"2.0","method":"rpc.end"}',
    '{"jsonrpc":"2.0","method":"rpc.part","params":{"id":2}}',
    '{"jsonrpc":"2.0","method":"rpc.part","params":{"id":null,"text":""}}',
    '{"jsonrpc":"2.0","method":"rpc.expiring"}',
    '{"jsonrpc":"2.0","method":"rpc.drain","params":{"reconnectAfterMs":1}}',
  ])('finds a violation in %s', (text) => {
    expect(decodeServerFrame(text)).toMatchObject({ type: 'violation' });
  });

  it(
    'answers any text with a value whose every part has its form',
    () => {
      fc.assert(
        fc.property(anyFrame(messages.map(([text]) => text)), (text) => {
          const frame = decodeServerFrame(text);
          if (frame.type === 'batch') frame.messages.forEach(checkMessage);
          else checkMessage(frame);
        }),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});

function checkMessage(message: ServerMessage | ServerViolation): void {
  switch (message.type) {
    case 'result':
      return expect(isCallId(message.id)).toBe(true);
    case 'failure':
      return expect((message.id === null || isCallId(message.id)) && isWireError(message.error)).toBe(true);
    case 'next':
    case 'gap':
    case 'end':
      expect(typeof message.subscription).toBe('number');
      if (message.type === 'gap') expect(isGapReason(message.reason)).toBe(true);
      return;
    case 'part':
      return expect(isCallId(message.id) && typeof message.text === 'string').toBe(true);
    case 'expiring':
      return expect(typeof message.inMs).toBe('number');
    case 'drain':
      return expect([typeof message.reconnectAfterMs, typeof message.deadlineMs]).toEqual(['number', 'number']);
    case 'unknown':
      return expect(typeof message.method).toBe('string');
    case 'violation':
      return expect(message.message.length).toBeLessThan(500);
  }
}
