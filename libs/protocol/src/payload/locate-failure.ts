import { PayloadFailure, thrownReason } from './payload-failure.js';

/** Why the value under `key` cannot travel, or `undefined` if it is not the culprit. */
export type Judge = (key: string, value: unknown) => string | undefined;

const bigintReason = 'a bigint has no JSON form; use a transformer such as superjson, or send a string';

/**
 * Finds what made `JSON.stringify(value)` throw `thrown`, in the order in which `JSON.stringify` walks, and names its path.
 * Called only after the throw, so that values that can travel pay nothing for it.
 */
export function locateJsonFailure(value: unknown, thrown: unknown): PayloadFailure {
  return locateFailure(value, thrown, (_key, member) => (typeof member === 'bigint' ? bigintReason : undefined));
}

/** Walks `value` as JSON would and returns the first culprit: one that `judge` names, a cycle, or code that throws. */
export function locateFailure(value: unknown, thrown: unknown, judge: Judge): PayloadFailure {
  try {
    const found = search('', value, '', [], judge);
    if (found !== undefined) return found;
  } catch {
    // The walk itself ran out of stack: the value is too deep to say where.
  }
  const said = thrownReason(thrown);
  const isStackOrSize = thrown instanceof RangeError || /recursion/.test(said);
  return new PayloadFailure('', isStackOrSize ? `the value is nested too deeply or too large (${said})` : said);
}

function search(
  key: string,
  held: unknown,
  path: string,
  ancestors: readonly Ancestor[],
  judge: Judge,
): PayloadFailure | undefined {
  let value = held;
  try {
    value = applyToJson(key, held);
  } catch (thrown) {
    if (thrown instanceof RangeError) throw thrown;
    return new PayloadFailure(path, `its toJSON threw: ${thrownReason(thrown)}`);
  }
  const reason = judge(key, value);
  if (reason !== undefined) return new PayloadFailure(path, reason);
  if (typeof value !== 'object' || value === null) return undefined;

  const ancestor = ancestors.find((each) => each.value === value);
  if (ancestor !== undefined) {
    return new PayloadFailure(path, `it refers back to ${ancestor.path || 'the whole value'}; JSON has no cycles`);
  }
  return searchMembers(value, path, [...ancestors, { value, path }], judge);
}

interface Ancestor {
  readonly value: unknown;
  readonly path: string;
}

function searchMembers(
  container: object,
  path: string,
  ancestors: readonly Ancestor[],
  judge: Judge,
): PayloadFailure | undefined {
  for (const key of Object.keys(container)) {
    const memberPath = joinPath(path, key, Array.isArray(container));
    let member: unknown;
    try {
      member = Reflect.get(container, key);
    } catch (thrown) {
      return new PayloadFailure(memberPath, `reading it threw: ${thrownReason(thrown)}`);
    }
    const found = search(key, member, memberPath, ancestors, judge);
    if (found !== undefined) return found;
  }
  return undefined;
}

function applyToJson(key: string, value: unknown): unknown {
  if ((typeof value !== 'object' || value === null) && typeof value !== 'bigint') return value;
  const toJson: unknown = Reflect.get(Object(value), 'toJSON');
  return typeof toJson === 'function' ? Reflect.apply(toJson, value, [key]) : value;
}

function joinPath(path: string, key: string, isIndex: boolean): string {
  if (isIndex) return `${path}[${key}]`;
  if (/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key)) return path === '' ? key : `${path}.${key}`;
  return `${path}[${JSON.stringify(key)}]`;
}
