import { applySuperjsonEqualities } from './superjson-equalities.js';
import type { Superjson } from './superjson-instance.js';
import { parseSuperjsonPath } from './superjson-path.js';

/**
 * The value that `json` and superjson's `meta` stand for, made in place. What superjson writes is read as superjson reads it.
 * What it would not write is refused, because superjson's own reading of it can be made to run for minutes, to fill memory, or
 * to make an array of four thousand million holes: an annotation whose path leads nowhere, or a typed array not made of an array.
 *
 * Throws when the wire is refused, with the reason as the error's message.
 */
export function readSuperjson(superjson: Superjson, json: unknown, meta: unknown): unknown {
  if (!isRecord(meta)) return json;
  const isLegacy = typeof meta['v'] !== 'number' || meta['v'] < 1;
  const { values, referentialEqualities } = meta;
  const value = values ? new SuperjsonReader(superjson, isLegacy).revive(json, values) : json;
  return referentialEqualities ? applySuperjsonEqualities(value, referentialEqualities, isLegacy) : value;
}

class SuperjsonReader {
  readonly #superjson: Superjson;
  readonly #isLegacy: boolean;

  constructor(superjson: Superjson, isLegacy: boolean) {
    this.#superjson = superjson;
    this.#isLegacy = isLegacy;
  }

  /** `tree` is `[type]`, `[type, members]` or just the members: annotations by their paths. Members come before the whole. */
  revive(value: unknown, tree: unknown): unknown {
    if (!Array.isArray(tree)) return this.#reviveMembers(value, tree);
    const type: unknown = tree[0];
    const members: unknown = tree[1];
    return this.#restore(members === undefined ? value : this.#reviveMembers(value, members), type);
  }

  #reviveMembers(root: unknown, members: unknown): unknown {
    if (!isRecord(members)) throw new Error('an annotation is neither a list nor an object');
    for (const path of Object.keys(members)) {
      const segments = parseSuperjsonPath(path, this.#isLegacy);
      let parent = root;
      for (let index = 0; index < segments.length - 1; index++) parent = memberOf(parent, segments[index], path);
      const last = segments[segments.length - 1];
      const revived = this.revive(memberOf(parent, last, path), members[path]);
      Reflect.set(Object(parent), String(last), revived);
    }
    return root;
  }

  #restore(json: unknown, type: unknown): unknown {
    switch (type) {
      case 'undefined':
        return undefined;
      case 'Date':
        if (typeof json === 'string') return new Date(json);
        break;
      case 'bigint':
        if (typeof json === 'string') return BigInt(json);
        break;
      case 'number':
        if (typeof json === 'string') return Number(json);
        break;
      case 'set':
        if (Array.isArray(json)) return new Set<unknown>(json);
        break;
      case 'map':
        if (isEntryList(json)) return new Map(json);
        break;
    }
    // A number would be taken for a length, and an object for something as long as it says.
    if (Array.isArray(type) && type[0] === 'typed-array' && !Array.isArray(json)) {
      throw new Error('a typed array is not made of an array');
    }
    return this.#superjson.deserialize({ json, meta: { values: [type], v: 1 } }, { inPlace: true });
  }
}

/** The member of a JSON object or array that an annotation names. What is restored already has no members. */
function memberOf(parent: unknown, key: string | undefined, path: string): unknown {
  if (key !== undefined && isContainer(parent, key) && Object.hasOwn(parent, key)) return Reflect.get(parent, key);
  throw new Error(`an annotation names ${JSON.stringify(path)}, which is not there`);
}

function isContainer(parent: unknown, key: string): parent is object {
  return Array.isArray(parent) ? key !== 'length' : isRecord(parent) && !isRestored(parent);
}

function isRestored(value: object): boolean {
  return Object.getPrototypeOf(value) !== Object.prototype;
}

function isEntryList(json: unknown): json is [unknown, unknown][] {
  return Array.isArray(json) && json.every((entry) => Array.isArray(entry));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
