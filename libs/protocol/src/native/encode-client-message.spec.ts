import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { PayloadForm } from '../client-message.js';
import { DEFAULT_LIMITS } from '../limits.js';
import { anyCallId, anyConnectionParams, anyPayload, anyText } from '../testing/arbitraries.js';
import { fuzzRuns, fuzzTimeoutMs } from '../testing/fuzz-runs.js';
import { findRequestBreaches } from '../testing/json-rpc.js';
import { decodeClientFrame } from './decode-client-frame.js';
import {
  encodeAuth,
  encodeCall,
  encodeCancel,
  encodeCredit,
  encodeDiscover,
  encodeHello,
  encodePing,
  encodeTune,
  encodeUnsubscribe,
  NATIVE_SUBPROTOCOL,
} from './encode-client-message.js';

const anySubscription = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const anyPath = anyText().filter((path) => !path.startsWith('rpc.'));

/** Sends one message, and gives what the other end reads. */
function arrive(text: string): unknown {
  expect(findRequestBreaches(text)).toEqual([]);
  // Written from canonical parts, the whole is canonical: no member stands twice and nothing is unescaped.
  expect(text).toBe(JSON.stringify(JSON.parse(text)));
  return decodeClientFrame(text, { ...DEFAULT_LIMITS, maxDepth: 100 });
}

function checkAlways<Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  predicate: (...values: Values) => void,
): void {
  fc.assert(fc.property(...arbitraries, predicate), { numRuns: fuzzRuns });
}

describe('NATIVE_SUBPROTOCOL', () => {
  it('is a token that may stand in a header and that browsers take', () => {
    expect(NATIVE_SUBPROTOCOL).toMatch(/^[a-z0-9.]+$/);
  });
});

describe('encodeHello', () => {
  it(
    'arrives as it was said',
    () => {
      const anyClient = fc.record({ name: anyText(), version: anyText(), instance: anyText() }, { requiredKeys: [] });
      checkAlways(
        [
          anyCallId(),
          anyClient,
          fc.constantFrom<PayloadForm>('json', 'transformed'),
          fc.array(anyText(), { maxLength: 4 }),
          anyConnectionParams(),
          fc.option(anyText(), { nil: undefined }),
        ],
        (id, client, payload, features, connectionParams, contract) => {
          const params = { client, payload, features, connectionParams, contract };
          expect(arrive(encodeHello(id, params))).toEqual({ type: 'hello', id, ...params });
        },
      );
    },
    fuzzTimeoutMs,
  );
});

describe('encodeCall', () => {
  it('leaves out what is not given', () => {
    expect(encodeCall(1, 'now', undefined, {})).toBe('{"jsonrpc":"2.0","id":1,"method":"now"}');
    expect(encodeCall('a', 'now', '1', { sent: undefined, credit: undefined })).toBe(
      '{"jsonrpc":"2.0","id":"a","method":"now","params":{"input":1}}',
    );
  });

  it(
    'arrives as it was said',
    () => {
      const anyOptions = fc.record(
        {
          deadlineMs: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
          key: anyText().filter((key) => key !== ''),
          sent: fc.record({ epoch: fc.option(anyText()) }),
          traceparent: fc.constant('00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'),
          maxRate: fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true }),
          credit: fc.maxSafeNat(),
          after: anyText(),
          shape: anyText(),
        },
        { requiredKeys: [] },
      );
      checkAlways(
        [anyCallId(), anyPath, fc.option(anyPayload(), { nil: undefined }), anyOptions],
        (id, path, input, options) => {
          expect(arrive(encodeCall(id, path, input, options))).toEqual({
            type: 'call',
            id,
            kind: undefined,
            path,
            input: input === undefined ? undefined : JSON.parse(input),
            deadlineMs: options.deadlineMs ?? 0,
            key: options.key,
            sent: options.sent,
            traceparent: options.traceparent,
            maxRate: options.maxRate,
            credit: options.credit,
            after: options.after,
            shape: options.shape,
            lastEventId: undefined,
            echoesJsonrpc: true,
          });
        },
      );
    },
    fuzzTimeoutMs,
  );
});

describe('encodeCancel, encodeUnsubscribe, encodeCredit, encodeTune, encodeAuth, encodeDiscover and encodePing', () => {
  it(
    'arrive as they were said',
    () => {
      checkAlways([anyCallId(), anySubscription, fc.maxSafeNat()], (id, subscription, add) => {
        expect(arrive(encodeCancel(id))).toEqual({ type: 'cancel', call: id });
        expect(arrive(encodeUnsubscribe(id, subscription))).toEqual({ type: 'unsubscribe', id, subscription });
        expect(arrive(encodeCredit(subscription, add))).toEqual({ type: 'credit', subscription, add, seen: undefined });
        expect(arrive(encodeDiscover(id))).toEqual({ type: 'discover', id });
        expect(arrive(encodePing(id))).toEqual({ type: 'ping', id });
      });
    },
    fuzzTimeoutMs,
  );

  it(
    'arrive with what may be added to them',
    () => {
      const anyRate = fc.option(fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true }));
      checkAlways(
        [anyCallId(), anySubscription, anyText(), anyRate, anyConnectionParams()],
        (id, subscription, seen, maxRate, connectionParams) => {
          expect(arrive(encodeCredit(subscription, 0, seen))).toEqual({ type: 'credit', subscription, add: 0, seen });
          expect(arrive(encodeTune(subscription, maxRate))).toEqual({ type: 'tune', subscription, maxRate });
          expect(arrive(encodeAuth(id, connectionParams))).toEqual({ type: 'auth', id, connectionParams });
        },
      );
    },
    fuzzTimeoutMs,
  );
});
