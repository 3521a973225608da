import { isJsonRecord, type JsonRecord } from './record.js';

/** What a client hands over once per connection, typically credentials: strings by name, or nothing. */
export type ConnectionParams = Readonly<Record<string, string>> | null;

/** Reads connection params as tRPC defines them: null, or an object whose values are all strings. */
export function parseConnectionParams(
  value: unknown,
): { ok: true; params: ConnectionParams } | { ok: false; message: string } {
  if (value === null || value === undefined) return { ok: true, params: null };
  if (!isJsonRecord(value)) return { ok: false, message: 'The connectionParams are neither null nor an object.' };
  if (holdsStrings(value)) return { ok: true, params: value };
  const name = Object.keys(value).find((member) => typeof value[member] !== 'string') ?? '';
  return { ok: false, message: `The connection param ${JSON.stringify(name.slice(0, 64))} is not a string.` };
}

function holdsStrings(value: JsonRecord): value is Record<string, string> {
  return Object.values(value).every((member) => typeof member === 'string');
}
