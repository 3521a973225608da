import type { SampleProject } from './sample-project.spec-support.js';

/** How one type stands to another. */
export type Verdict = (typeof VERDICTS)[number];

const VERDICTS = ['identical', 'mutual', 'narrower', 'wider', 'other', 'contradictory'] as const;

/** Two types as TypeScript writes them. */
export interface TypePair {
  readonly ours: string;
  readonly theirs: string;
}

/**
 * Two types are `identical` where all of three questions are answered with yes.
 *
 * 1. Are two conditional types the same that differ in them alone, and of which nothing else is known? The compiler then
 *    compares them for identity, which sees `readonly`, `?`, `any`, `never`, `unknown`, members of unions, and whether an
 *    object is one or an intersection. Below a few levels of one recursive type it takes the rest for the same, and it takes
 *    `{}` for the same as any `Partial<…>`.
 * 2. Is the answer the same for copies of both, whose objects are written out six levels deep? They hold no `Partial`.
 * 3. Is each assignable to the other? This looks into recursion by another way than identity.
 */
const RELATION = `type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? 'yes' : 'no';
type Whole = string | number | bigint | boolean | symbol | null | undefined | void | Date | Error | RegExp | URL | Uint8Array;
type Plain<T, Depth extends 0[] = []> = Depth['length'] extends 6 ? T : 0 extends 1 & T ? T : unknown extends T ? T
  : T extends Whole ? T
  : T extends Map<infer Key, infer Value> ? Map<Plain<Key, [...Depth, 0]>, Plain<Value, [...Depth, 0]>>
  : T extends ReadonlyMap<infer Key, infer Value> ? ReadonlyMap<Plain<Key, [...Depth, 0]>, Plain<Value, [...Depth, 0]>>
  : T extends Set<infer Item> ? Set<Plain<Item, [...Depth, 0]>>
  : T extends ReadonlySet<infer Item> ? ReadonlySet<Plain<Item, [...Depth, 0]>>
  : { [Key in keyof T]: Plain<T[Key], [...Depth, 0]> };
type Identical<One, Other> = Same<One, Other> extends 'yes' ? Same<Plain<One>, Plain<Other>> : 'no';
type Fits<One, Other> = [One] extends [Other] ? 'yes' : 'no';
interface Verdicts {
  'yes yes yes': 'identical';
  'no yes yes': 'mutual';
  'no yes no': 'narrower';
  'no no yes': 'wider';
  'no no no': 'other';
}
type Lookup<Key extends string> = Key extends keyof Verdicts ? Verdicts[Key] : 'contradictory';
export type Verdict<One, Other> = Lookup<\`\${Identical<One, Other>} \${Fits<One, Other>} \${Fits<Other, One>}\`>;
`;

/** Asks a compiler, in one run, how pairs of types stand to each other; \`head\` declares what they name. */
export async function compareTypes(
  project: SampleProject,
  compiler: string,
  head: string,
  pairs: readonly TypePair[],
): Promise<Verdict[]> {
  const before = `import type { Verdict } from './relation.js';\n${head}`;
  // What cannot be assigned is named by the compiler, so that it tells all verdicts.
  const lines = pairs.map(({ ours, theirs }, index) => `export const at${index}: Verdict<${ours}, ${theirs}> = 0;\n`);
  project.folder.write([
    { path: 'relation.ts', text: RELATION },
    { path: 'pairs.ts', text: before + lines.join('') },
  ]);
  const printed = await project.check(compiler, ['pairs.ts']);
  const firstLine = before.split('\n').length;
  const verdicts = new Map<number, Verdict>();
  for (const line of printed.split('\n').filter((text) => /^\S/.test(text))) {
    const [, number, said] =
      /^pairs\.ts\((\d+),\d+\): error TS2322: Type '\w+' is not assignable to type '"(\w+)"'/.exec(line) ?? [];
    const verdict = VERDICTS.find((name) => name === said);
    if (verdict === undefined) throw new Error(`The compiler has something else to say: ${line}`);
    verdicts.set(Number(number) - firstLine, verdict);
  }
  return pairs.map((pair, index) => {
    const verdict = verdicts.get(index);
    if (verdict === undefined) throw new Error(`The compiler says nothing of ${pair.ours} and ${pair.theirs}.`);
    return verdict;
  });
}
