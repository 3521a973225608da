import type { IntrinsicName } from './type-facts.js';

const INTRINSIC = [
  ['Any', 'any'],
  ['Unknown', 'unknown'],
  ['Undefined', 'undefined'],
  ['Null', 'null'],
  ['Void', 'void'],
  ['String', 'string'],
  ['Number', 'number'],
  ['BigInt', 'bigint'],
  ['Boolean', 'boolean'],
  ['ESSymbolLike', 'symbol'],
  ['NonPrimitive', 'object'],
  ['Never', 'never'],
] as const satisfies readonly (readonly [string, IntrinsicName])[];

/** Types that wait for something nobody will give; `$` stands for the name. */
const UNRESOLVED = [
  ['TypeParameter', 'the type parameter $, which stands for nothing here; give it a type at the procedure'],
  ['StringMapping', 'a text in a certain case, for which there is no form; use string'],
  ['Index', 'the keys of a type parameter; give it a type at the procedure'],
  ['IndexedAccess', 'a property of a type parameter; give it a type at the procedure'],
  ['Conditional', 'a conditional type that waits for a type parameter; give it a type at the procedure'],
  ['Substitution', 'a type that waits for a type parameter; give it a type at the procedure'],
] as const;

/** A compiler's own bits, of which every version has others, by the names that all have. */
export type FlagBits = Readonly<Record<(typeof INTRINSIC | typeof UNRESOLVED)[number][0], number>>;

/** What a type without parts is called; `undefined` for any other type. */
export function intrinsicName(flags: number, bits: FlagBits): IntrinsicName | undefined {
  const found = INTRINSIC.find(([flag]) => (flags & bits[flag]) !== 0);
  return found?.[1];
}

/** What stands where a type is not known; the words complete "it is …". */
export function unresolvedForm(flags: number, bits: FlagBits, name: string): string {
  const found = UNRESOLVED.find(([flag]) => (flags & bits[flag]) !== 0);
  return found === undefined ? `a type of an unknown form (${flags})` : found[1].replace('$', () => name);
}
