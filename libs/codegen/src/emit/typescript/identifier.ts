/** Whether a text can stand in code as a name. */
export function isIdentifier(text: string): boolean {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(text) && !KEYWORDS.has(text);
}

/** A name for a type, made of any text: `orders.by-id` is `OrdersById`. */
export function toTypeName(text: string): string {
  const words = text.split(/[^\p{ID_Continue}]+|_+/u).filter((word) => word !== '');
  const name = words.map(capitalise).join('');
  return /^[\p{ID_Start}]/u.test(name) ? name : `_${name}`;
}

/** A property's name as it stands in a type: in quotes only where it must be. */
export function printPropertyName(name: string): string {
  // A keyword may be a property's name.
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) ? name : quote(name);
}

/** A property's name as it stands in an object, where `__proto__` would be its prototype. */
export function printKey(name: string): string {
  return name === '__proto__' ? `[${quote(name)}]` : printPropertyName(name);
}

/** A text as a literal in single quotes. */
export function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1);
  return `'${inner.replaceAll(String.raw`\"`, '"').replaceAll("'", String.raw`\'`)}'`;
}

function capitalise(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
}

const KEYWORDS: ReadonlySet<string> = new Set(
  [
    'abstract any arguments as asserts async await bigint boolean break case catch class const continue debugger declare',
    'default delete do else enum eval export extends false finally for from function get global if implements import in',
    'infer instanceof interface intrinsic is keyof let module namespace never new null number object of out override',
    'package private protected public readonly require return satisfies set static string super switch symbol this throw',
    'true try type typeof undefined unique unknown using var void while with yield',
  ].flatMap((line) => line.split(' ')),
);
