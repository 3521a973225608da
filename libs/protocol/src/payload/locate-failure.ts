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
    // In a holder, as `JSON.stringify` itself begins.
    const found = search({ '': value }, '', '', new Map(), rules);
    if (found !== undefined) return found;
  } catch {
    // The value is so deep that its path would help nobody.
  }
  const said = thrownReason(thrown);
  const isStackOrSize = thrown instanceof RangeError || /recursion/.test(said);
  return new PayloadFailure('', isStackOrSize ? `the value is nested too deeply or too large (${said})` : said);
}

/** A path of more characters helps nobody, and the search ends far from the end of the stack. */
const MAX_PATH_CHARACTERS = 3_000;

/** @param entered containers not to enter again: those around the value under search, or all when this is not JSON. */
function search(
  holder: object,
  key: string,
  path: string,
  entered: Map<object, string>,
  rules: FailureRules,
): PayloadFailure | undefined {
  if (path.length > MAX_PATH_CHARACTERS) throw new RangeError(path);
  let value: unknown;
  try {
    value = Reflect.get(holder, key);
    if (rules.isJson) value = asJsonSees(key, value);
  } catch (thrown) {
    return new PayloadFailure(path, `reading it threw: ${thrownReason(thrown)}`);
  }
  const reason = rules.culpritReason(key, value);
  if (reason !== undefined) return new PayloadFailure(path, reason);
  if (typeof value !== 'object' || value === null) return undefined;

  const repeated = entered.get(value);
  if (repeated !== undefined) {
    if (!rules.isJson) return undefined;
    return new PayloadFailure(path, `it refers back to ${repeated || 'the whole value'}, and JSON has no cycles`);
  }
  entered.set(value, path);
  for (const member of Object.keys(value)) {
    const found = search(value, member, joinPath(path, member, Array.isArray(value)), entered, rules);
    if (found !== undefined) return found;
  }
  // JSON writes what is shared once for each place, so only what is around a value is a cycle.
  if (rules.isJson) entered.delete(value);
  return undefined;
}

function bigintReason(_key: string, value: unknown): string | undefined {
  return typeof value === 'bigint' ? 'a bigint has no JSON form; use a transformer such as superjson' : undefined;
}

function asJsonSees(key: string, value: unknown): unknown {
  if (value === null || !/object|bigint/.test(typeof value)) return value;
  const toJson: unknown = Reflect.get(Object(value), 'toJSON');
  return typeof toJson === 'function' ? Reflect.apply(toJson, value, [key]) : value;
}

function joinPath(path: string, key: string, isIndex: boolean): string {
  if (isIndex) return `${path}[${key}]`;
  if (/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key)) return path === '' ? key : `${path}.${key}`;
  return `${path}[${JSON.stringify(key)}]`;
}
