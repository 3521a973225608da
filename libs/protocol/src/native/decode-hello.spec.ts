import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anyJson } from '../testing/arbitraries.js';
import { fuzzRuns, fuzzTimeoutMs } from '../testing/fuzz-runs.js';
import { decodeHello } from './decode-hello.js';

const nothing = { type: 'hello', id: 1, client: {}, payload: 'json', features: [], connectionParams: null };

describe('decodeHello', () => {
  it('takes plain JSON, no features and no params for what is left out', () => {
    expect(decodeHello(1, {})).toEqual(nothing);
  });

  it('reads every member', () => {
    const client = { name: 'shop', version: '1.0.0', instance: 'f00' };
    const connectionParams = { token: 'secret' };
    const known = { client, payload: 'transformed', features: ['later'], connectionParams, contract: 'hR3v9' };
    expect(decodeHello('a', { ...known, unknown: true })).toEqual({ type: 'hello', id: 'a', ...known });
  });

  it.each([['shop'], [null], [{ name: 5, version: 'a'.repeat(129) }]])('passes over %j as client', (client) => {
    expect(decodeHello(1, { client })).toEqual(nothing);
  });

  it.each([
    [[]],
    ['json'],
    [{ payload: 'xml' }],
    [{ payload: null }],
    [{ features: 'batch' }],
    [{ features: [1] }],
    [{ features: ['a'.repeat(129)] }],
    [{ features: Array.from({ length: 65 }, () => 'a') }],
    [{ contract: 5 }],
    [{ contract: 'a'.repeat(129) }],
    [{ connectionParams: 'token' }],
    [{ connectionParams: { token: 1 } }],
  ])('refuses %j', (params) => {
    expect(decodeHello(1, params)).toMatchObject({
      type: 'violation',
      id: 1,
      code: 'INVALID_PARAMS',
      isAnswered: true,
    });
  });

  it(
    'answers any params with a hello or a violation under its id',
    () => {
      const anyParams = fc.oneof(
        anyJson(),
        fc.record(
          {
            client: anyJson(),
            payload: anyJson(),
            features: fc.array(fc.string()),
            connectionParams: anyJson(),
            contract: anyJson(),
          },
          { requiredKeys: [] },
        ),
      );
      fc.assert(
        fc.property(anyParams, (params) => {
          expect(decodeHello(1, params)).toMatchObject({ type: expect.stringMatching(/^hello$|^violation$/), id: 1 });
        }),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});
