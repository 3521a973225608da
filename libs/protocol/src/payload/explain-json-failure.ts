import { PayloadFailure, thrownReason } from './payload-failure.js';

/**
 * Why `JSON.stringify(value)` threw `thrown`, with the path of the bigint that it met, if that is why. Follows it once more,
 * only after the throw, so that values that can travel pay nothing for it. Never throws. Small, because pages carry it;
 * `locateFailure` finds more.
 */
export function explainJsonFailure(value: unknown, thrown: unknown): PayloadFailure {
  const paths = new Map<unknown, string>();
  let failure: PayloadFailure | undefined;
  try {
    JSON.stringify(value, function follow(this: unknown, key: string, member: unknown) {
      const holder = paths.get(this);
      const step = Array.isArray(this) ? `[${key}]` : `.${key}`;
      const path = holder ? holder + step : key;
      if (typeof member === 'bigint')
        failure = new PayloadFailure(path, 'a bigint has no JSON form; use a transformer such as superjson');
      paths.set(member, path);
      return member;
    });
  } catch {
    // As it did the first time.
  }
  return failure ?? new PayloadFailure('', thrownReason(thrown));
}
