import { escapeSuperjsonKey, isRefusedKey } from './superjson-path.js';

/**
 * The text that superjson 2 would write for `value`, from one walk and one `JSON.stringify`, or `undefined` where the walk met
 * something whose treatment it does not know for certain: then superjson has to be asked.
 *
 * A getter or a proxy may be read twice, by the walk and by `JSON.stringify`, and is taken to answer alike both times.
 * Throws what a getter throws, and a `RangeError` when the value is too deep for the stack.
 */
export function writeSuperjson(value: unknown): string | undefined {
  return new SuperjsonWriter().write(value);
}

const notKnown = Symbol('not known');

class SuperjsonWriter {
  /** superjson annotates what it meets twice: objects by identity, and bigints and NaN by value, as a Set compares them. */
  readonly #seen = new Set<unknown>();
  /** The annotation of the value walked last, as JSON text, or empty. */
  #annotation = '';
  /** The annotations of its members, each as `path":annotation`, the path still lacking the keys further out. */
  readonly #memberAnnotations: string[] = [];

  write(value: unknown): string | undefined {
    const json = this.#walk(value);
    if (json === notKnown) return undefined;
    const values = this.#annotation || this.#takeMemberAnnotations(0);
    const text = JSON.stringify(json);
    return values === '' ? `{"json":${text}}` : `{"json":${text},"meta":{"values":${values},"v":1}}`;
  }

  /** The value to stringify in the place of `value`: itself where its text is already superjson's. */
  #walk(value: unknown): unknown {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        return isPlainNumber(value) ? value : this.#walkNumber(value);
      case 'object':
        return value === null ? value : this.#walkObject(value);
      case 'undefined':
        return this.#annotate('undefined', null);
      case 'bigint':
        return this.#isRepeated(value) ? notKnown : this.#annotate('bigint', value.toString());
      default:
        return notKnown;
    }
  }

  #walkNumber(value: number): unknown {
    // superjson does not count NaN among the primitives, so a second NaN is to it the same object seen again.
    if (Number.isNaN(value)) return this.#isRepeated(value) ? notKnown : this.#annotate('number', 'NaN');
    return this.#annotate('number', value === 0 ? '-0' : String(value));
  }

  #walkObject(value: object): unknown {
    if (this.#isRepeated(value)) return notKnown;
    switch (Object.getPrototypeOf(value)) {
      case Object.prototype:
        return this.#walkMembers(value);
      case Array.prototype:
        return Array.isArray(value) ? this.#walkItems(value) : notKnown;
      case Date.prototype:
        return value instanceof Date ? this.#walkDate(value) : notKnown;
      case Map.prototype:
        return value instanceof Map ? this.#walkCollection('map', [...value.entries()]) : notKnown;
      case Set.prototype:
        return value instanceof Set ? this.#walkCollection('set', [...value.values()]) : notKnown;
      default:
        return notKnown;
    }
  }

  #walkMembers(value: object): unknown {
    let copy: Record<string, unknown> | undefined;
    let hasNested = false;
    // Inherited names would show here; the codec has made sure that Object.prototype has no enumerable ones.
    for (const key in value) {
      if (isRefusedKey(key)) return notKnown;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- A guard or Reflect.get here costs more than the rest of the walk.
      const member = (value as Record<string, unknown>)[key];
      if (isPlainPrimitive(member)) continue;
      const start = this.#memberAnnotations.length;
      const walked = this.#walk(member);
      if (walked === notKnown) return notKnown;
      if (walked !== member) {
        copy ??= { ...value };
        copy[key] = walked;
      }
      if (this.#annotation !== '') {
        if (hasNested && isDigits(key)) return notKnown;
        this.#memberAnnotations.push(`${escapeSuperjsonKey(key)}":${this.#takeAnnotation()}`);
      } else if (this.#memberAnnotations.length > start) {
        this.#prefixMemberAnnotations(start, escapeSuperjsonKey(key));
        hasNested = true;
      }
    }
    return copy ?? value;
  }

  #walkItems(items: readonly unknown[]): unknown {
    if (!hasOnlyItems(items)) return notKnown;
    let copy: unknown[] | undefined;
    let hasNested = false;
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      if (isPlainPrimitive(item)) continue;
      if (item === undefined && !Object.hasOwn(items, index)) return notKnown;
      const start = this.#memberAnnotations.length;
      const walked = this.#walk(item);
      if (walked === notKnown) return notKnown;
      if (walked !== item) {
        copy ??= items.slice();
        copy[index] = walked;
      }
      if (this.#annotation !== '') {
        // superjson collects annotations in an object, and an object would list this index before the nested paths.
        if (hasNested) return notKnown;
        this.#memberAnnotations.push(`${index}":${this.#takeAnnotation()}`);
      } else if (this.#memberAnnotations.length > start) {
        this.#prefixMemberAnnotations(start, String(index));
        hasNested = true;
      }
    }
    return copy ?? items;
  }

  #walkDate(date: Date): unknown {
    // superjson leaves an invalid date to JSON.stringify.
    if (Number.isNaN(date.valueOf())) return null;
    const text: unknown = date.toISOString();
    return typeof text === 'string' ? this.#annotate('Date', text) : notKnown;
  }

  #walkCollection(type: 'map' | 'set', items: readonly unknown[]): unknown {
    const start = this.#memberAnnotations.length;
    const walked = this.#walkItems(items);
    if (walked === notKnown) return notKnown;
    const inner = this.#takeMemberAnnotations(start);
    this.#annotation = inner === '' ? `["${type}"]` : `["${type}",${inner}]`;
    return walked;
  }

  #annotate(type: string, json: unknown): unknown {
    this.#annotation = `["${type}"]`;
    return json;
  }

  #takeAnnotation(): string {
    const annotation = this.#annotation;
    this.#annotation = '';
    return annotation;
  }

  /** Removes the annotations from `start` on and returns them as one JSON object, or an empty text if there are none. */
  #takeMemberAnnotations(start: number): string {
    if (this.#memberAnnotations.length === start) return '';
    return `{"${this.#memberAnnotations.splice(start).join(',"')}}`;
  }

  #prefixMemberAnnotations(start: number, key: string): void {
    const annotations = this.#memberAnnotations;
    for (let index = start; index < annotations.length; index++) annotations[index] = `${key}.${annotations[index]}`;
  }

  #isRepeated(value: unknown): boolean {
    const countBefore = this.#seen.size;
    return this.#seen.add(value).size === countBefore;
  }
}

/** JSON says of these exactly what superjson does; NaN, the infinities and -0 are the rest. */
function isPlainNumber(value: number): boolean {
  return value - value === 0 && (value !== 0 || 1 / value > 0);
}

function isPlainPrimitive(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return isPlainNumber(value);
    default:
      return value === null;
  }
}

/**
 * Whether an array without holes has nothing but its items. A match of a regular expression has members besides, which
 * JSON does not show, but superjson walks. Counting is several times cheaper than listing the keys.
 */
function hasOnlyItems(items: readonly unknown[]): boolean {
  return Object.values(items).length === items.length;
}

function isDigits(key: string): boolean {
  return /^\d+$/.test(key);
}
