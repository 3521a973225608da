import { callError } from '../calls/call-errors.js';
import type { TrunklineError } from '../errors/trunkline-error.js';

/** Why a message is too large for a server that takes so many bytes; undefined when it is not. */
export function findExcess(text: string, path: string, limit: number): TrunklineError | undefined {
  // No character takes more than three bytes in UTF-8 for each unit of a string's length.
  if (text.length * 3 <= limit) return undefined;
  const bytes = new TextEncoder().encode(text).byteLength;
  if (bytes <= limit) return undefined;
  const what = `has ${bytes} bytes; the server takes ${limit} (its option limits.maxMessageBytes).`;
  return callError({ kind: 'message for', path }, 'PAYLOAD_TOO_LARGE', what, { outcome: 'not-sent' });
}
