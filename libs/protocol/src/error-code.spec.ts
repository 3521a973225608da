import { describe, expect, it } from '@jest/globals';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import { ERROR_CODES, type ErrorCodeEntry, isErrorKey } from './error-code.js';

const entries: readonly (readonly [string, ErrorCodeEntry])[] = Object.entries(ERROR_CODES);
const numbersOf = (origin: ErrorCodeEntry['origin']): Record<string, number> =>
  Object.fromEntries(entries.filter(([, entry]) => entry.origin === origin).map(([key, { number }]) => [key, number]));

describe('ERROR_CODES', () => {
  it('has exactly the keys and numbers of tRPC, beside its own', () => {
    expect(numbersOf('trpc')).toEqual(TRPC_ERROR_CODES_BY_KEY);
  });

  it('gives each of its own keys a number that no other key has', () => {
    const taken = new Set<number>(Object.values(TRPC_ERROR_CODES_BY_KEY));
    for (const number of Object.values(numbersOf('trunkline'))) {
      expect(taken.has(number)).toBe(false);
      taken.add(number);
    }
  });

  it('keeps its own numbers where JSON-RPC 2.0 has a meaning for them or leaves them to servers', () => {
    const { INVALID_PARAMS, METHOD_NOT_FOUND, ...others } = numbersOf('trunkline');
    expect([INVALID_PARAMS, METHOD_NOT_FOUND]).toEqual([-32602, -32601]);
    for (const number of Object.values(others)) {
      expect(number).toBeGreaterThanOrEqual(-32099);
      expect(number).toBeLessThanOrEqual(-32000);
    }
  });

  it.each(entries)('says of %s in one sentence what to do', (_key, { advice }) => {
    expect(advice).toMatch(/^[A-Z].*\.$/);
  });
});

describe('isErrorKey', () => {
  it('knows its keys and nothing that every object has', () => {
    expect(isErrorKey('CANCELLED')).toBe(true);
    for (const other of ['cancelled', 'toString', '__proto__', '', 1, null]) expect(isErrorKey(other)).toBe(false);
  });
});
