import * as z from 'zod';
import { Level, Role } from './role.js';
import { t } from './root.js';

/** A text, or none. */
export type Maybe = string | undefined;

/** A known size, or any other text. */
export type Size = 'small' | 'large' | (string & {});

/** An amount that writes itself as text, as libraries for decimals do. */
export class Amount {
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }

  toJSON(): string {
    return this.digits;
  }
}

/** Something that writes itself as an object. */
export class Temperature {
  readonly kelvin: number;

  constructor(kelvin: number) {
    this.kelvin = kelvin;
  }

  toJSON(): { celsius: number } {
    return { celsius: this.kelvin - 273.15 };
  }
}

/** A folder with whatever is in it. */
export type Tree = { name: string; children: Tree[] } | null;

const sizes = z.enum(['small', 'large']);

const label = z.string().max(10).meta({ id: 'Label' });

const parcel = z
  .union([z.object({ grams: z.int().max(2000) }), z.object({ metres: z.number().min(0), label })])
  .meta({ id: 'Parcel', description: 'What is carried.' });

/** What is seldom, and easily read wrongly. */
export const edgesRouter = t.router({
  maybe: t.procedure.query((): { alias: Maybe; union: Maybe | null; list: Maybe[]; key?: Maybe } => ({
    alias: 'a',
    union: null,
    list: [],
  })),

  open: t.procedure.query((): { size: Size } => ({ size: 'small' })),

  selfWriting: t.procedure.query((): { amount: Amount; amounts: Amount[]; temperature: Temperature | null } => ({
    amount: new Amount('1.20'),
    amounts: [],
    temperature: new Temperature(300),
  })),

  optionalUnion: t.procedure.input(z.union([z.string(), z.number()]).optional()).query(({ input }) => typeof input),

  optionalEnum: t.procedure.input(z.enum(Role).optional()).query(({ input }) => input ?? null),

  optionalBoolean: t.procedure.input(z.boolean().optional()).query(({ input }) => input === true),

  partOfEnum: t.procedure
    .input(z.enum(Role).exclude(['Admin']))
    .query((): { some: Exclude<Role, Role.Admin>; loud: Level.High | Level.Middle; or: Role | 'nobody' } => ({
      some: Role.Guest,
      loud: Level.High,
      or: 'nobody',
    })),

  tree: t.procedure.query((): Tree => null),

  // oxlint-disable-next-line typescript/no-empty-object-type, typescript/no-redundant-type-constituents -- Applications have them.
  wide: t.procedure.query((): { text: string | 'a'; any: unknown; never: (string & number)[]; empty: {} } => ({
    text: 'a',
    any: 1,
    never: [],
    empty: {},
  })),

  sizes: t.procedure
    .input(z.record(sizes, z.object({ count: z.int() }).nullable()))
    .output(z.array(z.union([sizes, z.literal('none'), z.undefined()])))
    .query(() => ['small' as const, undefined]),

  holed: t.procedure
    .output(z.object({ free: z.record(z.string(), z.number().optional()), few: z.record(sizes, z.date().optional()) }))
    .query(() => ({ free: {}, few: { small: undefined, large: undefined } })),

  named: t.procedure
    .input(z.object({ first: parcel.nullable(), second: parcel.optional(), third: parcel.or(z.literal('none')) }))
    .output(z.object({ plain: label, own: label.brand<'OwnLabel'>() }))
    .query(() => ({ plain: 'a', own: label.brand<'OwnLabel'>().parse('b') })),

  unnamed: t.procedure.input(z.object({}).catchall(z.unknown())).query(({ input }) => Object.keys(input)),

  readonlyLists: t.procedure.query((): readonly (readonly [string, Date])[] => []),

  readonlyAll: t.procedure.query(
    (): DeepReadonly<{ a: { b: string[]; at: Date }; c?: { d: 1 }[] }> => ({ a: { b: [], at: new Date(0) } }),
  ),
});

/** Nothing can be changed, however deep. */
type DeepReadonly<T> = T extends Date ? T : { readonly [Key in keyof T]: DeepReadonly<T[Key]> };
