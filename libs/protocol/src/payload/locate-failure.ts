import { PayloadFailure, thrownReason } from './payload-failure.js';

/** What to look for in a value that could not be encoded. */
export interface FailureRules {
  /** Why `value`, held under `key`, cannot travel, or `undefined` if it is not the culprit. */
  readonly culpritReason: (key: string, value: unknown) => string | undefined;
  /** Whether the walk is that of `JSON.stringify`: it asks `toJSON`, and a cycle is a culprit. */
  readonly isJson: boolean;
}

/**
 * Finds what made `JSON.stringify(value)` throw `thrown`, in the order in which `JSON.stringify` walks, and names its path.
 * Called only after the throw, so that values that can travel pay nothing for it.
 */
export function locateJsonFailure(value: unknown, thrown: unknown): PayloadFailure {
  return locateFailure(value, thrown, { culpritReason: bigintReason, isJson: true });
}

/** The first culprit in `value` as a failure, or what `thrown` says if none is found. Never throws. */
export function locateFailure(value: unknown, thrown: unknown, rules: FailureRules): PayloadFailure {
  try {
    const found = new FailureSearch(rules).search('', value, '');
    if (found !== undefined) return found;
  } catch {
    // The value is so deep that its path would help nobody.
  }
  const said = thrownReason(thrown);
  const isStackOrSize = thrown instanceof RangeError || /recursion/.test(said);
  return new PayloadFailure('', isStackOrSize ? `the value is nested too deeply or too large (${said})` : said);
}

/** Deeper than any path that somebody would read, and far from the end of the stack. */
const maxSearchDepth = 1_000;

class FailureSearch {
  readonly #rules: FailureRules;
  /** Containers not to enter again, with their paths: those around the value under search, or all when this is not JSON. */
  readonly #entered = new Map<object, string>();
  #depth = 0;

  constructor(rules: FailureRules) {
    this.#rules = rules;
  }

  search(key: string, held: unknown, path: string): PayloadFailure | undefined {
    let value = held;
    try {
      if (this.#rules.isJson) value = asJsonSees(key, held);
    } catch (thrown) {
      return new PayloadFailure(path, `its toJSON threw: ${thrownReason(thrown)}`);
    }
    const reason = this.#rules.culpritReason(key, value);
    if (reason !== undefined) return new PayloadFailure(path, reason);
    if (typeof value !== 'object' || value === null) return undefined;

    const repeated = this.#entered.get(value);
    if (repeated === undefined) return this.#searchMembers(value, path);
    if (!this.#rules.isJson) return undefined;
    return new PayloadFailure(path, `it refers back to ${repeated || 'the whole value'}, and JSON has no cycles`);
  }

  #searchMembers(container: object, path: string): PayloadFailure | undefined {
    if (++this.#depth > maxSearchDepth) throw new RangeError(`nested over ${maxSearchDepth} levels`);
    this.#entered.set(container, path);
    for (const key of Object.keys(container)) {
      const memberPath = joinPath(path, key, Array.isArray(container));
      let member: unknown;
      try {
        member = Reflect.get(container, key);
      } catch (thrown) {
        return new PayloadFailure(memberPath, `reading it threw: ${thrownReason(thrown)}`);
      }
      const found = this.search(key, member, memberPath);
      if (found !== undefined) return found;
    }
    this.#depth--;
    // JSON writes what is shared once for each place, so only what is around a value is a cycle.
    if (this.#rules.isJson) this.#entered.delete(container);
    return undefined;
  }
}

function bigintReason(_key: string, value: unknown): string | undefined {
  return typeof value === 'bigint' ? 'a bigint has no JSON form; use a transformer such as superjson' : undefined;
}

function asJsonSees(key: string, value: unknown): unknown {
  if ((typeof value !== 'object' || value === null) && typeof value !== 'bigint') return value;
  const toJson: unknown = Reflect.get(Object(value), 'toJSON');
  return typeof toJson === 'function' ? Reflect.apply(toJson, value, [key]) : value;
}

function joinPath(path: string, key: string, isIndex: boolean): string {
  if (isIndex) return `${path}[${key}]`;
  if (/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key)) return path === '' ? key : `${path}.${key}`;
  return `${path}[${JSON.stringify(key)}]`;
}
