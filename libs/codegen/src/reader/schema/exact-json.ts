import type { Json } from '../../contract/json.js';

const MAX_DEPTH = 32;

/** A value that JSON says exactly; undefined for any other, such as one with a date, a function or `undefined` in it. */
export function exactJson(value: unknown): Json | undefined {
  return exact(value, 0);
}

/** What JSON can say of a value: members that it cannot say are left out. Undefined where nothing is left. */
export function sayableJson(value: unknown): Json | undefined {
  return sayable(value, 0);
}

function exact(value: unknown, depth: number): Json | undefined {
  const scalar = scalarJson(value);
  if (scalar !== undefined || depth > MAX_DEPTH) return scalar;
  if (Array.isArray(value)) return exactItems(value, depth);
  if (!isPlain(value)) return undefined;
  const members = Object.entries(value).map(([name, member]) => [name, exact(member, depth + 1)] as const);
  return members.some(([, member]) => member === undefined) ? undefined : fromMembers(members);
}

function exactItems(items: readonly unknown[], depth: number): readonly Json[] | undefined {
  const said: Json[] = [];
  for (const item of items) {
    const json = exact(item, depth + 1);
    if (json === undefined) return undefined;
    said.push(json);
  }
  return said;
}

function sayable(value: unknown, depth: number): Json | undefined {
  const scalar = scalarJson(value);
  if (scalar !== undefined || depth > MAX_DEPTH) return scalar;
  // Without one of its items a list would say something else.
  if (Array.isArray(value)) return exactItems(value, depth);
  if (!isPlain(value)) return undefined;
  const members = Object.entries(value).map(([name, member]) => [name, sayable(member, depth + 1)] as const);
  const said = members.filter(([, member]) => member !== undefined);
  return said.length === 0 && members.length > 0 ? undefined : fromMembers(said);
}

function scalarJson(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0) ? value : undefined;
}

function fromMembers(members: readonly (readonly [string, Json | undefined])[]): Json {
  return Object.fromEntries(members.flatMap(([name, member]) => (member === undefined ? [] : [[name, member]])));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Not by identity: a router may come from another realm.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
