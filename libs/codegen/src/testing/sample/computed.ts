import type { User } from './inferred.js';
import { t } from './root.js';

type Flags<T> = { readonly [Key in keyof T]: boolean };
type Setters<T> = { [Key in keyof T & string as `set${Capitalize<Key>}`]: T[Key] };
type Unwrapped<T> = T extends readonly (infer Item)[] ? Item : T;

export interface Settings {
  theme: 'dark' | 'light';
  size: number;
  shown: boolean | undefined;
}

export interface Named {
  name: string;
}

export interface Counted {
  count: number;
}

/** Types that TypeScript works out. */
export const computedRouter = t.router({
  mapped: t.procedure.query((): Flags<Settings> => ({ theme: true, size: true, shown: true })),

  renamed: t.procedure.query((): Setters<Settings> => ({ setTheme: 'dark', setSize: 1, setShown: undefined })),

  conditional: t.procedure.query((): { item: Unwrapped<User['tags']>; same: Unwrapped<Date> } => ({
    item: 'a',
    same: new Date(0),
  })),

  standard: t.procedure.query(
    (): {
      partial: Partial<Settings>;
      required: Required<Settings>;
      picked: Pick<User, 'id' | 'name'>;
      omitted: Omit<Settings, 'size'>;
      recorded: Record<'a' | 'b', number>;
      keyed: Record<string, Date>;
      frozen: Readonly<Settings>;
      excluded: Exclude<Settings['theme'], 'dark'>;
      listed: ReadonlyArray<Partial<Named>>;
    } => ({
      partial: {},
      required: { theme: 'dark', size: 1, shown: true },
      picked: { id: '1', name: 'a' },
      omitted: { theme: 'dark', shown: undefined },
      recorded: { a: 1, b: 2 },
      keyed: {},
      frozen: { theme: 'dark', size: 1, shown: false },
      excluded: 'light',
      listed: [],
    }),
  ),

  intersected: t.procedure.query((): Named & Counted & { readonly extra?: string } => ({ name: 'a', count: 1 })),

  keys: t.procedure.query((): keyof Settings => 'theme'),

  patterns: t.procedure.query(
    (): { route: `/${string}`; event: `on${Capitalize<keyof Settings>}`; size: `${number}px` } => ({
      route: '/a',
      event: 'onTheme',
      size: '1px',
    }),
  ),

  indexed: t.procedure.query((): { [id: number]: string; [name: `data-${string}`]: string; fixed?: string } => ({})),
});
