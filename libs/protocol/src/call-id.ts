/** Identifies one request on one connection (JSON-RPC 2.0, section 4, "id"). Chosen by the client. */
export type CallId = number | string;

/** A longer id is refused: every answer would carry it back. */
const MAX_ID_CHARACTERS = 128;

/** Whether a value may stand as the id of a request: a finite number or a string of at most 128 characters. */
export function isCallId(value: unknown): value is CallId {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'string' && value.length <= MAX_ID_CHARACTERS;
}
