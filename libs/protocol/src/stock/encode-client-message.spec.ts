import { describe, expect, it } from '@jest/globals';
import { initTRPC } from '@trpc/server';
import { parseTRPCMessage } from '@trpc/server/rpc';
import * as fc from 'fast-check';
import type { ProcedureKind } from '../client-message.js';
import { DEFAULT_LIMITS } from '../limits.js';
import { anyConnectionParams, anyPayload, anyText } from '../testing/arbitraries.js';
import { fuzzRuns, fuzzTimeoutMs } from '../testing/fuzz-runs.js';
import { listenToTrpcClient } from '../testing/trpc-client.js';
import { decodeStockClientFrame } from './decode-client-frame.js';
import { decodeStockConnectionParams } from './decode-connection-params.js';
import { encodeStockCall, encodeStockConnectionParams, encodeStockStop } from './encode-client-message.js';

const { transformer } = initTRPC.create()._config;
const asTrpcReads = (text: string): unknown => parseTRPCMessage(JSON.parse(text), transformer);

describe('the messages of a stock client', () => {
  it('are those that tRPC sends itself', async () => {
    const [params = '', ...calls] = await listenToTrpcClient();
    expect(params).toBe(encodeStockConnectionParams({ token: 'secret' }));
    expect(calls.flatMap((text): unknown => JSON.parse(text))).toEqual(
      [
        encodeStockCall(1, 'query', 'price', '{"id":7}', undefined),
        encodeStockCall(2, 'mutation', 'nothing', undefined, undefined),
        encodeStockCall(3, 'subscription', 'ticks', '{"from":1}', undefined),
        encodeStockStop(3),
      ].map((text): unknown => JSON.parse(text)),
    );
  });

  it(
    'are read by tRPC and by this server alike',
    () => {
      const anyKind = fc.constantFrom<ProcedureKind>('query', 'mutation', 'subscription');
      const anyOption = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
      fc.assert(
        fc.property(
          fc.nat(),
          anyKind,
          anyText(),
          anyOption(anyPayload()),
          anyOption(anyText()),
          (id, kind, path, payload, lastEventId) => {
            const text = encodeStockCall(id, kind, path, payload, lastEventId);
            const input: unknown = payload === undefined ? undefined : JSON.parse(payload);
            expect(asTrpcReads(text)).toEqual({
              id,
              jsonrpc: undefined,
              method: kind,
              params: { input, path, lastEventId },
            });
            expect(decodeStockClientFrame(text, { ...DEFAULT_LIMITS, maxDepth: 100 })).toEqual({
              type: 'call',
              id,
              kind,
              path,
              input,
              deadlineMs: 0,
              key: undefined,
              sent: undefined,
              credit: undefined,
              maxRate: undefined,
              after: undefined,
              lastEventId,
              echoesJsonrpc: false,
            });
            expect(asTrpcReads(encodeStockStop(id))).toEqual({ id, jsonrpc: undefined, method: 'subscription.stop' });
          },
        ),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );

  it(
    'hand over any connection params',
    () => {
      fc.assert(
        fc.property(anyConnectionParams(), (connectionParams) => {
          const hello = decodeStockConnectionParams(encodeStockConnectionParams(connectionParams));
          expect(hello).toMatchObject({ type: 'hello', id: null, payload: 'transformed' });
          expect(Object(hello).connectionParams).toEqual(connectionParams);
        }),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});
