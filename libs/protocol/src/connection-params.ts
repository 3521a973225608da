import { isJsonRecord } from './record.js';

/** What a client hands over once per connection, typically credentials: strings by name, or nothing. */
export type ConnectionParams = Readonly<Record<string, string>> | null;

/** Reads connection params as tRPC defines them: null, or an object whose values are all strings. */
export function parseConnectionParams(
  value: unknown,
): { ok: true; params: ConnectionParams } | { ok: false; message: string } {
  if (value === null || value === undefined) return { ok: true, params: null };
  if (!isJsonRecord(value)) return { ok: false, message: 'The connectionParams are neither null nor an object.' };
  for (const [name, member] of Object.entries(value)) {
    if (typeof member !== 'string') {
      return { ok: false, message: `The connection param ${JSON.stringify(name.slice(0, 64))} is not a string.` };
    }
  }
  return { ok: true, params: value as Record<string, string> };
}
