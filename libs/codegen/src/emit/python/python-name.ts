/** A text as a name in Python: what no name may hold becomes `_`, and a keyword gets one behind it. */
export function toPythonName(text: string): string {
  const name = text.replaceAll(/[^A-Za-z0-9_]/g, '_');
  const started = /^[A-Za-z_]/.test(name) ? name : `_${name}`;
  return KEYWORDS.has(started) ? `${started}_` : started;
}

/** A name for a class, made of any text: `orders.by-id` is `OrdersById`. */
export function toClassName(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return toPythonName(words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''));
}

/** Whether a class may have an attribute of this name; those that begin with two underscores Python renames. */
export function isPlainName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) && !text.startsWith('__') && !KEYWORDS.has(text);
}

/** A text as a literal. JSON's escapes are Python's. */
export function quotePython(text: string): string {
  return JSON.stringify(text);
}

/** Gives names, each once: who comes later gets a number. */
export class NameTable {
  readonly #taken: Set<string>;

  constructor(reserved: Iterable<string> = []) {
    this.#taken = new Set(reserved);
  }

  take(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.#taken.has(name); count++) name = `${wanted}_${count}`;
    this.#taken.add(name);
    return name;
  }
}

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);
