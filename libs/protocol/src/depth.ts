import { isCallId } from './call-id.js';
import { isJsonRecord } from './record.js';
import { type Violation, violation } from './violation.js';

/** The violation of a message that nests too deep, under its own id where it has one; undefined when it does not. */
export function findTooDeep(
  parsed: unknown,
  maxDepth: number,
  textLength: number,
  code: 'BAD_REQUEST' | 'PARSE_ERROR',
): Violation | undefined {
  if (!isDeeperThan(parsed, maxDepth, textLength)) return undefined;
  const id = isJsonRecord(parsed) && isCallId(parsed['id']) ? parsed['id'] : null;
  return violation(id, code, `The message nests deeper than ${maxDepth} levels (option limits.maxDepth).`);
}

/**
 * Whether a parsed JSON value nests deeper than the limit; a bare string or number has depth 0. A text needs two
 * characters a level, so short messages are cleared by their length alone.
 */
export function isDeeperThan(value: unknown, maxDepth: number, textLength: number): boolean {
  if (textLength < maxDepth * 2) return false;
  try {
    return exceeds(value, maxDepth);
  } catch {
    // A limit beyond what the stack can hold: nobody could walk this value.
    return true;
  }
}

function exceeds(value: unknown, levelsLeft: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levelsLeft === 0) return true;
  if (Array.isArray(value)) {
    for (const item of value) if (exceeds(item, levelsLeft - 1)) return true;
    return false;
  }
  for (const member of Object.values(value)) if (exceeds(member, levelsLeft - 1)) return true;
  return false;
}
