import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isCallId } from '../call-id.js';
import { fuzzRuns, fuzzTimeoutMs } from '../testing/fuzz-runs.js';
import { anyFrame } from '../testing/mutations.js';
import { decodeStockServerFrame, type StockServerFrame } from './decode-server-frame.js';

const messages: readonly (readonly [text: string, message: StockServerFrame])[] = [
  [
    '{"id":1,"result":{"type":"data","data":{"price":3}}}',
    { type: 'data', id: 1, data: { price: 3 }, trackedId: undefined },
  ],
  ['{"id":1,"result":{"data":null}}', { type: 'data', id: 1, data: null, trackedId: undefined }],
  [
    '{"id":"a","jsonrpc":"2.0","result":{"type":"data"}}',
    { type: 'data', id: 'a', data: undefined, trackedId: undefined },
  ],
  [
    '{"id":3,"result":{"type":"data","id":"17","data":{"id":"17","data":1}}}',
    { type: 'data', id: 3, data: { id: '17', data: 1 }, trackedId: '17' },
  ],
  ['{"id":3,"result":{"type":"started"}}', { type: 'started', id: 3 }],
  ['{"id":3,"result":{"type":"stopped"}}', { type: 'stopped', id: 3 }],
  ['{"id":2,"error":{"json":{"code":-32004}}}', { type: 'failure', id: 2, error: { json: { code: -32004 } } }],
  ['{"id":null,"error":{"code":-32700}}', { type: 'failure', id: null, error: { code: -32700 } }],
  ['{"id":null,"method":"reconnect"}', { type: 'reconnect' }],
  ['{"id":null,"method":"later"}', { type: 'unknown' }],
  ['{"id":1,"result":{"type":"later"}}', { type: 'unknown' }],
];

describe('decodeStockServerFrame', () => {
  it.each(messages)('reads %s', (text, message) => {
    expect(decodeStockServerFrame(text)).toEqual(message);
  });

  it('reads the signs of life', () => {
    expect(decodeStockServerFrame('PING')).toEqual({ type: 'ping' });
    expect(decodeStockServerFrame('PONG')).toEqual({ type: 'pong' });
  });

  it.each(['', '[]', 'null', '{}', '{"id":1}', '{"id":null,"result":{}}', '{"id":1,"result":5}'])(
    'finds a violation in %s',
    (text) => {
      expect(decodeStockServerFrame(text)).toMatchObject({ type: 'violation', id: null });
    },
  );

  it(
    'answers any text with a value whose every part has its form',
    () => {
      fc.assert(
        fc.property(anyFrame(messages.map(([text]) => text)), (text) => {
          const frame = decodeStockServerFrame(text);
          if ('id' in frame && frame.id !== null) expect(isCallId(frame.id)).toBe(true);
          if (frame.type === 'data') expect(['string', 'undefined']).toContain(typeof frame.trackedId);
          if (frame.type === 'violation') expect(frame.message.length).toBeLessThan(500);
        }),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});
