/** The longest piece of an output that is sent in pieces, in UTF-16 units. */
export const MAX_PART_CHARACTERS = 16 * 1024;

/** The longest output that is sent in one piece to a client that takes pieces, in UTF-16 units of its JSON text. */
export const MAX_WHOLE_CHARACTERS = 64 * 1024;

/**
 * Where the piece that begins at `start` ends. Never between the two halves of a character beyond the Basic Multilingual
 * Plane: half of one has no form in UTF-8, and not every language can join them again.
 */
export function findPartEnd(text: string, start: number): number {
  const end = start + MAX_PART_CHARACTERS;
  if (end >= text.length) return text.length;
  return isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
