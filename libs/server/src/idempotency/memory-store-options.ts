import type { Clock } from '@trunkline/protocol';

/** What a store in memory is made with. */
export interface MemoryStoreOptions {
  /** How long a result is kept, in milliseconds. @default 3600000 */
  readonly keepMs?: number | undefined;
  /** Keys at once; beyond it the oldest results are forgotten. @default 100000 */
  readonly maxEntries?: number | undefined;
  /** Bytes of keys and results at once, a character counted as one; beyond it the oldest results are forgotten. @default 67108864 */
  readonly maxBytes?: number | undefined;
  /** The part of both that one owner may fill, above 0 and at most 1; beyond it that owner's oldest are forgotten. @default 0.1 */
  readonly maxOwnerShare?: number | undefined;
  /** The source of time. @default the system's */
  readonly clock?: Clock | undefined;
}

/** The bounds as they are compared. */
export interface MemoryStoreBounds {
  readonly keepMs: number;
  readonly maxEntries: number;
  readonly maxBytes: number;
  readonly ownerEntries: number;
  readonly ownerBytes: number;
}

/** @throws RangeError that names the option, the value and what it may be. */
export function resolveMemoryStoreOptions(options: MemoryStoreOptions): MemoryStoreBounds {
  const { keepMs = 3_600_000, maxEntries = 100_000, maxBytes = 64 * 1024 * 1024, maxOwnerShare = 0.1 } = options;
  for (const [option, value] of Object.entries({ keepMs, maxEntries, maxBytes })) {
    if (Number.isSafeInteger(value) && value >= 1) continue;
    throw new RangeError(`The option ${option} is ${String(value)}; it must be a whole number of 1 or more.`);
  }
  if (!(maxOwnerShare > 0 && maxOwnerShare <= 1)) {
    throw new RangeError(
      `The option maxOwnerShare is ${String(maxOwnerShare)}; it must be a number above 0 and at most 1.`,
    );
  }
  const ownerEntries = Math.max(1, Math.floor(maxEntries * maxOwnerShare));
  return { keepMs, maxEntries, maxBytes, ownerEntries, ownerBytes: maxBytes * maxOwnerShare };
}
