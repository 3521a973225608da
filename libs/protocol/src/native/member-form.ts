/** Longer keys, epochs and names of clients and features say nothing more. */
export const MAX_NAME_CHARACTERS = 128;

/** Whether a value is a name, also an empty one. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_NAME_CHARACTERS;
}

/** Whether a value counts something: a whole number of 0 or more. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

export function isPositiveInteger(value: unknown): value is number {
  return isCount(value) && value > 0;
}

/** Whether a value names all sendings of one mutation. An empty text names nothing. */
export function isKey(value: unknown): value is string {
  return isName(value) && value.length > 0;
}

/** Whether a value is a pace: events in a second, also less than one. */
export function isMaxRate(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0;
}
