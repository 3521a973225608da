import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { CallId } from '../call-id.js';
import { anyCallId, anyPayload, anyText } from '../testing/arbitraries.js';
import { fuzzRuns, fuzzTimeoutMs } from '../testing/fuzz-runs.js';
import { readSamples } from '../testing/samples.js';
import { askTrpcServer } from '../testing/trpc-server.js';
import { decodeStockServerFrame } from './decode-server-frame.js';
import {
  encodeStockData,
  encodeStockFailure,
  encodeStockStarted,
  encodeStockStopped,
  encodeStockTracked,
  STOCK_RECONNECT_NOTICE,
} from './encode-server-message.js';

const plain = (id: CallId) => ({ id, echoesJsonrpc: false });
const asJson = (texts: readonly string[]): unknown => texts.map((text): unknown => JSON.parse(text));
const price = '{"price":3}';
const error = '{"message":"No such order","code":-32004,"data":{"code":"NOT_FOUND"}}';

describe('the replies of the stock dialect', () => {
  it('are the samples of their comments', () => {
    expect(readSamples('stock/encode-server-message.ts')).toEqual([
      encodeStockData(plain(1), price),
      encodeStockTracked(plain(3), '17', `{"id":"17","data":${price}}`),
      encodeStockStarted(plain(3)),
      encodeStockStopped(plain(3)),
      encodeStockFailure(plain(2), error),
    ]);
  });

  it('are what tRPC answers to a query, with jsonrpc where the request had it', async () => {
    const data = '{"price":3,"note":"\\"\\\\\u2028"}';
    const request = '"id":1,"method":"query","params":{"path":"price"}';
    expect(await askTrpcServer(`{${request}}`, 1)).toEqual([encodeStockData(plain(1), data)]);
    expect(await askTrpcServer(`{"jsonrpc":"2.0",${request}}`, 1)).toEqual([
      encodeStockData({ id: 1, echoesJsonrpc: true }, data),
    ]);
  });

  it('are what tRPC answers where there is no output, and under a text as id', async () => {
    const answers = await askTrpcServer('{"id":"\\"a","method":"mutation","params":{"path":"nothing"}}', 1);
    expect(answers).toEqual([encodeStockData(plain('"a'), undefined)]);
  });

  it('are what tRPC says of a failure, of a request or of none', async () => {
    const answers = await askTrpcServer('{"id":2,"method":"query","params":{"path":"missing"}}', 1);
    const shape =
      '{"message":"No such order","code":-32004,"data":{"code":"NOT_FOUND","httpStatus":404,"path":"missing"}}';
    expect(answers).toEqual([encodeStockFailure(plain(2), shape)]);
    const [unreadable = ''] = await askTrpcServer('[', 1);
    expect(unreadable).toBe(encodeStockFailure(null, JSON.stringify(JSON.parse(unreadable).error)));
  });

  it('are what tRPC says in the course of a subscription', async () => {
    const answers = await askTrpcServer('{"id":3,"method":"subscription","params":{"path":"ticks"}}', 5);
    const replies = [
      encodeStockStarted(plain(3)),
      encodeStockData(plain(3), price),
      encodeStockTracked(plain(3), '17', `{"id":"17","data":${price}}`),
      encodeStockData(plain(3), undefined),
      encodeStockStopped(plain(3)),
    ];
    expect(asJson(answers)).toEqual(asJson(replies));
  });

  it('have the notice with which tRPC asks to connect anew', async () => {
    expect(await askTrpcServer('PONG', 0)).toEqual([STOCK_RECONNECT_NOTICE]);
  });

  it(
    'arrive as they were said',
    () => {
      fc.assert(
        fc.property(
          anyCallId(),
          fc.boolean(),
          fc.option(anyPayload(), { nil: undefined }),
          anyText(),
          (id, echoesJsonrpc, data, trackedId) => {
            const call = { id, echoesJsonrpc };
            const value: unknown = data === undefined ? undefined : JSON.parse(data);
            const reply = { type: 'data', id, data: value, trackedId: undefined };
            expect(decodeStockServerFrame(encodeStockData(call, data))).toEqual(reply);
            const tracked = encodeStockTracked(call, trackedId, data ?? 'null');
            expect(decodeStockServerFrame(tracked)).toEqual({ ...reply, data: value ?? null, trackedId });
            expect(decodeStockServerFrame(encodeStockStarted(call))).toEqual({ type: 'started', id });
            expect(decodeStockServerFrame(encodeStockStopped(call))).toEqual({ type: 'stopped', id });
            const failure = decodeStockServerFrame(encodeStockFailure(call, data ?? '{}'));
            expect(failure).toEqual({ type: 'failure', id, error: value ?? (data === undefined ? {} : null) });
            expect('jsonrpc' in JSON.parse(tracked)).toBe(echoesJsonrpc);
          },
        ),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});
