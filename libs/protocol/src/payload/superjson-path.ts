/**
 * The segments of a path in superjson's `meta`: joined by dots, dots and backslashes within a segment escaped by a backslash.
 * Before `meta.v` was 1 backslashes were not escaped. Throws for an escape that does not exist, and for the three keys that lead
 * to a prototype.
 */
export function parseSuperjsonPath(text: string, isLegacy: boolean): string[] {
  const segments = text.includes('\\') ? splitEscaped(text, isLegacy) : text.split('.');
  for (const segment of segments) {
    if (isRefusedKey(segment)) throw new Error(`${segment} is not allowed in a path`);
  }
  return segments;
}

/** Keys that superjson neither writes nor reads, since they lead to a prototype. */
export function isRefusedKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}

/** A key as superjson writes it into a path, and as that stands inside a JSON string. */
export function escapeSuperjsonKey(key: string): string {
  if (/^[\w$-]*$/.test(key)) return key;
  return JSON.stringify(key.replace(/[\\.]/g, '\\$&')).slice(1, -1);
}

function splitEscaped(text: string, isLegacy: boolean): string[] {
  const segments: string[] = [];
  let segment = '';
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const next = text.charAt(index + 1);
    if (character === '.') {
      segments.push(segment);
      segment = '';
    } else if (character === '\\' && (next === '.' || (next === '\\' && !isLegacy))) {
      segment += next;
      index++;
    } else if (character === '\\' && !isLegacy) {
      throw new Error('a path escapes what is neither a dot nor a backslash');
    } else {
      segment += character;
    }
  }
  segments.push(segment);
  return segments;
}
