/** A JSON object as it comes out of `JSON.parse`, before anything is known of its members. */
export type JsonRecord = { readonly [member: string]: unknown };

/** Whether a parsed value is a JSON object: neither null nor an array. */
export function isJsonRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
