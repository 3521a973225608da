import type { Procedure } from '../procedures.js';

/** The key of a procedure's data in TanStack Query: its path, then its input where it has one. */
export type QueryKey = readonly [path: string, input?: unknown];

/** The key of what a procedure gives for an input; without an input, one that matches it for every input. */
export function keyOf(procedure: Procedure, input?: unknown): QueryKey {
  return input === undefined ? [procedure.path()] : [procedure.path(), toHashable(input)];
}

/**
 * The value with all that JSON cannot tell apart said in words, because TanStack Query tells keys apart by their JSON: two
 * sets would be one key, and a bigint would throw.
 */
function toHashable(value: unknown): unknown {
  if (typeof value === 'bigint') return { $bigint: String(value) };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $number: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toHashable);
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof Map) return { $map: Array.from(value, toHashable) };
  if (value instanceof Set) return { $set: Array.from(value, toHashable) };
  if (value instanceof Uint8Array) return { $bytes: Array.from(value) };
  if (value instanceof RegExp || value instanceof URL || value instanceof Error) return { $text: String(value) };
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toHashable(member)]));
}
