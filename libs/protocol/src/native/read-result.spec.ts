import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anyJson } from '../testing/arbitraries.js';
import { fuzzRuns, fuzzTimeoutMs } from '../testing/fuzz-runs.js';
import { readSamples } from '../testing/samples.js';
import {
  isReplayed,
  readContract,
  readExpiry,
  readOutput,
  readPartCount,
  readSubscribed,
  readWelcome,
} from './read-result.js';

const [output, parted, replayed, expiring, subscribed, contracted, welcome] = readSamples('native/read-result.ts').map(
  (text): unknown => JSON.parse(text),
);

describe('readOutput', () => {
  it('reads the sample of its comment', () => {
    expect(readOutput(output)).toEqual({ id: 7 });
  });

  it.each([[{}], [null], ['output'], [[1]]])('finds nothing in %j', (result) => {
    expect(readOutput(result)).toBeUndefined();
  });
});

describe('readPartCount, isReplayed and readExpiry', () => {
  it('read the samples of their comments', () => {
    expect([readPartCount(parted), isReplayed(replayed), readExpiry(expiring)]).toEqual([2, true, 900_000]);
  });

  it.each([[{}], [null], ['parts'], [{ parts: '2', replayed: 1, expiresInMs: -1 }]])('find nothing in %j', (result) => {
    expect([readPartCount(result), isReplayed(result), readExpiry(result)]).toEqual([undefined, false, undefined]);
  });
});

describe('readContract', () => {
  it('reads the sample of its comment', () => {
    expect(readContract(contracted)).toBe('hR3v9Qm0x1TtZ8aLkWc2Yg');
  });

  it.each([[{}], [null], ['contract'], [{ contract: 5 }]])('finds nothing in %j', (result) => {
    expect(readContract(result)).toBeUndefined();
  });
});

describe('readSubscribed', () => {
  it('reads the sample of its comment', () => {
    expect(readSubscribed(subscribed)).toEqual({ subscription: 17, cursor: 'k3Jd82hQ.0', resumed: 'fresh' });
  });

  it('takes a beginning of a later version for a fresh one', () => {
    expect(readSubscribed({ subscription: 1, resumed: 'later' })).toEqual({
      subscription: 1,
      cursor: undefined,
      resumed: 'fresh',
    });
  });

  it.each([[null], [{}], [{ subscription: '1' }], [{ output: 1 }]])('refuses %j', (result) => {
    expect(readSubscribed(result)).toBeUndefined();
  });
});

describe('readWelcome', () => {
  it('reads the sample of its comment', () => {
    expect(readWelcome(welcome)).toEqual({
      limits: { maxMessageBytes: 1_048_576 },
      epoch: 'p7Qd',
      expiresInMs: 900_000,
    });
  });

  it('passes over limits and epochs of a wrong form', () => {
    const server = { name: 'shop', version: '1.0.0' };
    expect(readWelcome({ server, limits: [1], epoch: 2 })).toEqual({ limits: {} });
    expect(readWelcome({ server, limits: { maxMessageBytes: '5' } })).toEqual({ limits: {} });
  });

  it.each([[null], [{}], [{ server: 'shop' }], [{ server: { name: 'shop' } }], [{ type: 'data' }]])(
    'takes %j for another server',
    (result) => {
      expect(readWelcome(result)).toBeUndefined();
    },
  );
});

describe('the readers of results', () => {
  it(
    'answer any value without a throw',
    () => {
      fc.assert(
        fc.property(anyJson(), (value) => {
          expect(() => [readOutput(value), readSubscribed(value), readWelcome(value)]).not.toThrow();
          expect(() => [readPartCount(value), isReplayed(value), readExpiry(value), readContract(value)]).not.toThrow();
          expect(() =>
            readWelcome({ server: { name: '', version: '' }, limits: value, features: value }),
          ).not.toThrow();
        }),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});
