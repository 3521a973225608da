/** What one module can do to others without being imported, or by passing on what it does not declare. */
const FAR_REACHING = /\bdeclare\s+(?:global|module)\b|\bexport\s*(?:\*|(?:type\s*)?\{[^}]*\}\s*from\b)/u;

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
  const code = withoutTexts(text.replace(/\bimport\b[^;]*?\bfrom\s*["'][^"']*["']/gu, ''));
  const taken = imported.split(',').map((name) => name.trim());
  return taken.filter((name) => name !== '').every((name) => names.includes(name) && isOnlyMounted(code, name));
}

function withoutTexts(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/gu, ' ');
}

/** Whether each mention of a name is the value of a property, or a property's own name. */
function isOnlyMounted(code: string, name: string): boolean {
  if (!/^\w+$/u.test(name)) {
    return false;
  }
  const mentions = [...code.matchAll(new RegExp(`\\b${name}\\b`, 'gu'))];
  return mentions.every(({ index }) => {
    const before = code.slice(0, index).trimEnd();
    const after = code.slice(index + name.length).trimStart();
    const isKey = /[{,]$/u.test(before) && after.startsWith(':');
    const isValue = /[{,:]$/u.test(before) && /^[,}]/u.test(after);
    return (isKey || isValue) && innermostBracket(before) === '{';
  });
}

/** The last bracket that is opened in a text and not closed in it. */
function innermostBracket(text: string): string | undefined {
  let depth = 0;
  for (let index = text.length - 1; index >= 0; index -= 1) {
    const character = text.charAt(index);
    if (')]}'.includes(character)) {
      depth += 1;
    } else if ('([{'.includes(character)) {
      if (depth === 0) {
        return character;
      }
      depth -= 1;
    }
  }
  return undefined;
}
