import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anyCallId, anyJson } from '../testing/arbitraries.js';
import { fuzzRuns, fuzzTimeoutMs } from '../testing/fuzz-runs.js';
import { decodeCall } from './decode-call.js';

describe('decodeCall', () => {
  it('gives every call the same members in the same order', () => {
    const all = { input: 1, deadlineMs: 1, key: 'a', sent: {}, credit: 1, maxRate: 1, after: 'a.1', shape: 'b' };
    expect(Object.keys(decodeCall(1, 'a', undefined))).toEqual(Object.keys(decodeCall(1, 'a', all)));
  });

  it('names the member that is wrong', () => {
    for (const member of ['deadlineMs', 'credit', 'after', 'key', 'maxRate', 'shape']) {
      const refused = decodeCall(1, 'a', { [member]: -1 });
      expect(refused).toMatchObject({ type: 'violation', message: expect.stringContaining(`member ${member} `) });
    }
  });

  it(
    'answers any params with a call or a violation under its id',
    () => {
      const anyMember = fc.oneof(anyJson(), fc.string(), fc.nat(), fc.double());
      const anyParams = fc.record(
        {
          deadlineMs: anyMember,
          key: anyMember,
          sent: anyMember,
          credit: anyMember,
          maxRate: anyMember,
          after: anyMember,
          shape: anyMember,
        },
        { requiredKeys: [] },
      );
      fc.assert(
        fc.property(anyCallId(), fc.oneof(anyParams, anyJson()), (id, params) => {
          expect(decodeCall(id, 'a', params)).toMatchObject({ type: expect.stringMatching(/^call$|^violation$/), id });
        }),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});
