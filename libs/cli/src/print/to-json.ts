/**
 * A value as one line of JSON, for programs. What JSON has no form for is written readably: a date as its ISO text, a bigint as its
 * digits, a Map as an object (as a list of pairs where its keys are no texts), a Set as a list, bytes as base64, a RegExp, URL, NaN
 * or infinity as text.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(plain(value, new Set())) ?? 'null';
}

function plain(value: unknown, parents: ReadonlySet<unknown>): unknown {
  switch (typeof value) {
    case 'bigint':
    case 'symbol':
    case 'function':
      return String(value);
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'object':
      return value === null ? null : plainObject(value, parents);
    default:
      return value;
  }
}

function plainObject(value: object, parents: ReadonlySet<unknown>): unknown {
  // A transformer may give a value that contains itself.
  if (parents.has(value)) return '[circular]';
  const inside = new Set(parents).add(value);
  const list = (values: Iterable<unknown>): readonly unknown[] =>
    Array.from(values, (each) => plain(each, inside) ?? null);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof RegExp || value instanceof URL) return String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (value instanceof Error) return { ...members(value, inside), name: value.name, message: value.message };
  if (value instanceof Set || Array.isArray(value) || ArrayBuffer.isView(value)) return listOf(value, list);
  if (value instanceof Map) return plainMap(value, list, inside);
  return members(value, inside);
}

function listOf(value: object, list: (values: Iterable<unknown>) => readonly unknown[]): readonly unknown[] {
  return isIterable(value) ? list(value) : [];
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}

function plainMap(
  map: ReadonlyMap<unknown, unknown>,
  list: (values: Iterable<unknown>) => readonly unknown[],
  inside: ReadonlySet<unknown>,
): unknown {
  const keys = [...map.keys()];
  if (!keys.every((key) => typeof key === 'string')) return [...map].map((pair) => list(pair));
  return Object.fromEntries([...map].map(([key, each]) => [key, plain(each, inside)]));
}

function members(value: object, inside: ReadonlySet<unknown>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).map(([key, each]: [string, unknown]) => [key, plain(each, inside)]));
}
