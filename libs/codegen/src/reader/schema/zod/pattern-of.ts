/** What the flag `u` gives another meaning than the same letters have without it. */
const UNICODE_SYNTAX = /\\[pPkSWD]|\\u\{|\[\^|\.|[\u{10000}-\u{10ffff}]/u;

/**
 * The source of a regular expression that means the same without flags; undefined for one that does not, such as one
 * that ignores case.
 */
export function patternOf(expression: RegExp): string | undefined {
  const flags = expression.flags.replaceAll(/[dg]/g, '');
  if (flags === '') return expression.source;
  // With the flag a dot and a negated class take a whole character, without it half of one beyond the first 65,536.
  return flags === 'u' && !UNICODE_SYNTAX.test(withoutEscapedDots(expression.source)) ? expression.source : undefined;
}

function withoutEscapedDots(source: string): string {
  return source.replaceAll('\\.', '');
}
