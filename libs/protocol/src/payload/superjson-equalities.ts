import { parseSuperjsonPath } from './superjson-path.js';

/**
 * How many members of maps and sets may be passed over on the way to one that a path names by its number, in one value.
 * The threat is a large set with as many paths to its end, which costs the product of both: this many take a tenth of a second.
 */
const maxStepCount = 10_000_000;

/**
 * Makes places of `root` hold the very same object, as superjson's `referentialEqualities` say: `{ path: [samePath, …], … }`, and
 * before it, where the root itself occurs again, a list of those paths. Changes `root` in place and returns it, or what replaces it.
 *
 * Throws when a path cannot be followed, or when following all of them costs too much.
 */
export function applySuperjsonEqualities(root: unknown, equalities: unknown, isLegacy: boolean): unknown {
  return new EqualityWriter(root, isLegacy).apply(equalities);
}

class EqualityWriter {
  readonly #root: unknown;
  readonly #isLegacy: boolean;
  #stepCount = 0;

  constructor(root: unknown, isLegacy: boolean) {
    this.#root = root;
    this.#isLegacy = isLegacy;
  }

  apply(equalities: unknown): unknown {
    const [rootPaths, others] = Array.isArray(equalities)
      ? [equalities[0] as unknown, equalities[1] as unknown]
      : [[], equalities];
    this.#putAll(rootPaths, this.#root);
    for (const [path, samePaths] of Object.entries(others ?? {})) {
      let value = this.#root;
      const segments = parseSuperjsonPath(path, this.#isLegacy);
      for (let index = 0; index < segments.length; index++) {
        value = value instanceof Map ? this.#mapMember(value, segments, index++) : this.#member(value, segments[index]);
      }
      this.#putAll(samePaths, value);
    }
    return this.#root;
  }

  #putAll(paths: unknown, value: unknown): void {
    if (!Array.isArray(paths)) throw new Error('equal paths are not a list');
    for (const path of paths) this.#put(parseSuperjsonPath(String(path), this.#isLegacy), value);
  }

  #put(segments: readonly string[], value: unknown): void {
    let parent = this.#root;
    let index = 0;
    while (index < segments.length - (parent instanceof Map ? 2 : 1)) {
      parent =
        parent instanceof Map ? this.#mapMember(parent, segments, index++) : this.#member(parent, segments[index]);
      index++;
    }
    const last = segments[index];
    if (parent instanceof Map) this.#putIntoMap(parent, last, segments[index + 1], value);
    else if (parent instanceof Set) this.#putIntoSet(parent, last, value);
    else if (last !== undefined && mayHold(parent, last)) Reflect.set(parent, last, value);
  }

  #putIntoMap(map: Map<unknown, unknown>, row: string | undefined, side: string | undefined, value: unknown): void {
    const key = this.#nth(map, row);
    if (isValueSide(side)) {
      map.set(key, value);
    } else if (key !== value) {
      map.set(value, map.get(key));
      map.delete(key);
    }
  }

  #putIntoSet(set: Set<unknown>, row: string | undefined, value: unknown): void {
    const item = this.#nth(set, row);
    if (item === value) return;
    set.delete(item);
    set.add(value);
  }

  /** Two segments lead into a map: the number of the entry, then 0 for its key or 1 for its value. */
  #mapMember(map: Map<unknown, unknown>, segments: readonly string[], index: number): unknown {
    const key = this.#nth(map, segments[index]);
    return isValueSide(segments[index + 1]) ? map.get(key) : key;
  }

  #member(container: unknown, key: string | undefined): unknown {
    if (container instanceof Set) return this.#nth(container, key);
    if (typeof container !== 'object' || container === null || key === undefined) return undefined;
    return isMember(container, key) ? Reflect.get(container, key) : undefined;
  }

  #nth(collection: ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>, row: string | undefined): unknown {
    let remaining = Number(row);
    for (const key of collection.keys()) {
      if (remaining-- === 0) return key;
      if (++this.#stepCount > maxStepCount)
        throw new Error(`equal paths pass over ${maxStepCount} members of maps and sets`);
    }
    // superjson itself writes the number after the last when an entry has moved, and reads it as undefined.
    if (remaining === 0) return undefined;
    throw new Error(`an equal path names entry ${row} of ${collection.size}`);
  }
}

function isMember(container: object, key: string): boolean {
  return Object.hasOwn(container, key) && !(Array.isArray(container) && key === 'length');
}

/** A path never makes an item, as superjson lets it: an index far beyond the end makes an array that nobody can walk. */
function mayHold(parent: unknown, key: string): parent is object {
  if (typeof parent !== 'object' || parent === null) return false;
  return Array.isArray(parent) ? isMember(parent, key) : Object.getPrototypeOf(parent) === Object.prototype;
}

function isValueSide(side: string | undefined): boolean {
  return Number(side) !== 0;
}
