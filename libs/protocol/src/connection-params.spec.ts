import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { parseConnectionParams } from './connection-params.js';
import { anyConnectionParams, anyJson } from './testing/arbitraries.js';
import { fuzzRuns, fuzzTimeoutMs } from './testing/fuzz-runs.js';

describe('parseConnectionParams', () => {
  it('takes null and nothing for no params', () => {
    expect(parseConnectionParams(null)).toEqual({ ok: true, params: null });
    expect(parseConnectionParams(undefined)).toEqual({ ok: true, params: null });
  });

  it.each([['token'], [1], [true], [[]], [['a']]])('refuses %j', (value) => {
    expect(parseConnectionParams(value)).toEqual({
      ok: false,
      message: 'The connectionParams are neither null nor an object.',
    });
  });

  it('names the param that is no string, cut short', () => {
    expect(parseConnectionParams({ token: 'a', ['b'.repeat(100)]: 1 })).toEqual({
      ok: false,
      message: `The connection param "${'b'.repeat(64)}" is not a string.`,
    });
  });

  it(
    'passes on whatever is made of strings, and nothing else',
    () => {
      fc.assert(
        fc.property(fc.oneof(anyConnectionParams(), anyJson()), (value) => {
          const parsed = parseConnectionParams(value);
          if (!parsed.ok) return expect(parsed.message.length).toBeLessThan(500);
          expect(parsed.params).toBe(value);
          expect(Object.values(parsed.params ?? {}).every((member) => typeof member === 'string')).toBe(true);
        }),
        { numRuns: fuzzRuns },
      );
    },
    fuzzTimeoutMs,
  );
});
