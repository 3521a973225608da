import { describe, expect, it } from '@jest/globals';
import { type MemoryStoreOptions, resolveMemoryStoreOptions } from './memory-store-options.js';

describe('resolveMemoryStoreOptions', () => {
  it('has a default for everything', () => {
    expect(resolveMemoryStoreOptions({})).toEqual({
      keepMs: 3_600_000,
      maxEntries: 100_000,
      maxBytes: 67_108_864,
      ownerEntries: 10_000,
      ownerBytes: 6_710_886.4,
    });
  });

  it('leaves every owner at least one key', () => {
    expect(resolveMemoryStoreOptions({ maxEntries: 3 }).ownerEntries).toBe(1);
  });

  it.each<[MemoryStoreOptions, string]>([
    [{ keepMs: 0 }, 'The option keepMs is 0; it must be a whole number of 1 or more.'],
    [{ maxEntries: 1.5 }, 'The option maxEntries is 1.5; it must be a whole number of 1 or more.'],
    [{ maxBytes: -1 }, 'The option maxBytes is -1; it must be a whole number of 1 or more.'],
    [{ maxOwnerShare: 0 }, 'The option maxOwnerShare is 0; it must be a number above 0 and at most 1.'],
    [{ maxOwnerShare: Number.NaN }, 'The option maxOwnerShare is NaN; it must be a number above 0 and at most 1.'],
  ])('refuses %p', (options, message) => {
    expect(() => resolveMemoryStoreOptions(options)).toThrow(new RangeError(message));
  });
});
