import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DEFAULT_LIMITS } from '../limits.js';
import { GAP_REASONS, type GapReason, type Resumed } from '../server-message.js';
import { anyCallId, anyPayload, anyText } from '../testing/arbitraries.js';
import { fuzzRuns, fuzzTimeoutMs } from '../testing/fuzz-runs.js';
import { findRequestBreaches, findResponseBreaches } from '../testing/json-rpc.js';
import { decodeServerFrame } from './decode-server-frame.js';
import {
  encodeAnswer,
  encodeAuthenticated,
  encodeDiscovered,
  encodeDone,
  encodeDrain,
  encodeEnd,
  encodeExpiring,
  encodeFailure,
  encodeGap,
  encodeNext,
  encodePart,
  encodeParted,
  encodeReplayed,
  encodeSubscribed,
  encodeWelcome,
} from './encode-server-message.js';
import {
  isReplayed,
  readContract,
  readExpiry,
  readOutput,
  readPartCount,
  readSubscribed,
  readWelcome,
} from './read-result.js';

const anySubscription = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const anyMissing = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });
const anyError = fc
  .record({ code: fc.integer(), message: anyText(), data: anyPayload().map((text): unknown => JSON.parse(text)) })
  .map((error) => ({ error, text: JSON.stringify(error) }));
const parsed = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));

/** Sends one response or notification, and gives what the other end reads. */
function arrive(text: string, kind: 'response' | 'notification'): unknown {
  expect(kind === 'response' ? findResponseBreaches(text) : findRequestBreaches(text)).toEqual([]);
  expect(text).toBe(JSON.stringify(JSON.parse(text)));
  expect('id' in JSON.parse(text)).toBe(kind === 'response');
  return decodeServerFrame(text);
}

/** Sends the answer to a request, and gives its result. */
function arriveAs(id: unknown, text: string): unknown {
  const message = arrive(text, 'response');
  expect(message).toMatchObject({ type: 'result', id });
  return Object(message).result;
}

describe('encodeWelcome, encodeAnswer, encodeSubscribed and encodeDone', () => {
  it(
    'arrive as results',
    () => {
      const anyResumed = fc.constantFrom<Resumed>('fresh', 'recovered', 'gap');
      fc.assert(
        fc.property(
          anyCallId(),
          anyMissing(anyPayload()),
          anySubscription,
          anyText(),
          anyResumed,
          (id, output, subscription, cursor, resumed) => {
            const welcome = { server: { name: cursor, version: cursor }, limits: DEFAULT_LIMITS, features: [cursor] };
            expect(arriveAs(id, encodeWelcome(id, welcome))).toEqual(welcome);
            const limits = { maxMessageBytes: DEFAULT_LIMITS.maxMessageBytes };
            const whole = { ...welcome, epoch: cursor, expiresInMs: subscription, contract: cursor };
            const read = { limits, epoch: cursor, expiresInMs: subscription };
            expect(readWelcome(arriveAs(id, encodeWelcome(id, whole)))).toEqual(read);
            expect(readContract(arriveAs(id, encodeWelcome(id, whole)))).toBe(cursor);
            expect(readOutput(arriveAs(id, encodeAnswer(id, output)))).toEqual(parsed(output));
            const subscribed = arriveAs(id, encodeSubscribed(id, subscription, cursor, resumed));
            expect(readSubscribed(subscribed)).toEqual({ subscription, cursor, resumed });
            expect(arriveAs(id, encodeDone(id))).toEqual({});
          },
        ),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});

describe('encodeReplayed, encodeParted and encodeAuthenticated', () => {
  it(
    'arrive as results',
    () => {
      fc.assert(
        fc.property(anyCallId(), anyMissing(anyPayload()), fc.maxSafeNat(), fc.boolean(), (id, output, count, is) => {
          const replayed = arriveAs(id, encodeReplayed(id, output));
          expect([readOutput(replayed), isReplayed(replayed)]).toEqual([parsed(output), true]);
          expect(isReplayed(arriveAs(id, encodeAnswer(id, output)))).toBe(false);
          const parted = arriveAs(id, encodeParted(id, count, is));
          expect([readPartCount(parted), isReplayed(parted)]).toEqual([count, is]);
          expect(readExpiry(arriveAs(id, encodeAuthenticated(id, count)))).toBe(count);
          expect(arriveAs(id, encodeAuthenticated(id, undefined))).toEqual({});
        }),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});

describe('encodeDiscovered', () => {
  it('arrives as the document itself', () => {
    const document = { openrpc: '1.4.0', info: { title: '', version: '1' }, methods: [] };
    expect(arriveAs(7, encodeDiscovered(7, JSON.stringify(document)))).toEqual(document);
  });
});

describe('encodePart, encodeExpiring and encodeDrain', () => {
  it(
    'arrive as notifications',
    () => {
      fc.assert(
        fc.property(anyCallId(), anyText(), fc.maxSafeNat(), fc.maxSafeNat(), (id, text, first, second) => {
          expect(arrive(encodePart(id, text), 'notification')).toEqual({ type: 'part', id, text });
          expect(arrive(encodeExpiring(first), 'notification')).toEqual({ type: 'expiring', inMs: first });
          const drain = { type: 'drain', reconnectAfterMs: first, deadlineMs: second };
          expect(arrive(encodeDrain(first, second), 'notification')).toEqual(drain);
        }),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});

describe('encodeFailure', () => {
  it(
    'arrives as an error, under an id or under none',
    () => {
      fc.assert(
        fc.property(fc.option(anyCallId()), anyError, (id, { error, text }) => {
          expect(arrive(encodeFailure(id, text), 'response')).toEqual({ type: 'failure', id, error });
        }),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});

describe('encodeNext, encodeGap and encodeEnd', () => {
  it(
    'arrive as notifications of their subscription',
    () => {
      const anyReason = fc.constantFrom(...(Object.keys(GAP_REASONS) as GapReason[]));
      fc.assert(
        fc.property(
          anySubscription,
          anyText(),
          anyMissing(anyPayload()),
          anyReason,
          anyMissing(fc.nat()),
          anyMissing(anyError),
          (subscription, cursor, data, reason, dropped, failure) => {
            const next = arrive(encodeNext(subscription, cursor, data), 'notification');
            expect(next).toEqual({ type: 'next', subscription, cursor, data: parsed(data), conflated: undefined });
            const gap = arrive(encodeGap(subscription, reason, dropped, cursor), 'notification');
            expect(gap).toEqual({ type: 'gap', subscription, reason, dropped, cursor });
            const end = arrive(encodeEnd(subscription, failure?.text), 'notification');
            expect(end).toEqual({ type: 'end', subscription, cursor: undefined, error: failure?.error });
            const numbered = arrive(encodeEnd(subscription, failure?.text, cursor), 'notification');
            expect(numbered).toEqual({ type: 'end', subscription, cursor, error: failure?.error });
            const merged = arrive(encodeNext(subscription, cursor, data, dropped), 'notification');
            expect(merged).toMatchObject({ type: 'next', conflated: dropped === 0 ? undefined : dropped });
          },
        ),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});
