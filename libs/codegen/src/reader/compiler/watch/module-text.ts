/** What one module can do to others without being imported, or by passing on what it does not declare. */
const FAR_REACHING = /\bdeclare\s+(?:global|module)\b|\bexport\s+(?:\*|(?:type\s+)?\{[^}]*\}\s*from)\b/u;

/** Whether a change of a module may matter to modules that do not import from it what it declares. */
export function isFarReaching(text: string): boolean {
  return FAR_REACHING.test(text);
}

/**
 * Whether a module takes from another nothing but these names, each only to put it into an object as it is: so a router
 * mounts others. What else the module declares does not then depend on the other.
 */
export function onlyMounts(text: string, specifier: string, names: readonly string[]): boolean {
  const quoted = `["']${specifier.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}["']`;
  const uses = text.match(new RegExp(quoted, 'gu'))?.length ?? 0;
  const imported = new RegExp(`\\bimport\\s*\\{([^}]*)\\}\\s*from\\s*${quoted}`, 'u').exec(text)?.[1];
  if (uses !== 1 || imported === undefined) {
    return false;
  }
  const taken = imported.split(',').map((name) => name.trim());
  return taken.filter((name) => name !== '').every((name) => names.includes(name) && isOnlyMounted(text, name));
}

function isOnlyMounted(text: string, name: string): boolean {
  if (!/^\w+$/u.test(name)) {
    return false;
  }
  const mentions = text.match(new RegExp(`\\b${name}\\b`, 'gu'))?.length ?? 0;
  const asValue = new RegExp(`[\\w'"]\\s*:\\s*${name}\\s*[,}]`, 'u');
  const asShorthand = new RegExp(`[{,]\\s*${name}\\s*[,}]`, 'gu');
  const isShorthand = (text.match(asShorthand)?.length ?? 0) === 2;
  const key = new RegExp(`\\b${name}\\s*:\\s*${name}\\b`, 'u').test(text) ? 1 : 0;
  return asValue.test(text) ? mentions === 2 + key : isShorthand && mentions === 2;
}
