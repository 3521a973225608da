import * as z from 'zod';
import { Place } from './custom.js';
import { t } from './root.js';

/** A person who can sign in. */
export interface User {
  readonly id: string;
  /** As others see it. */
  name: string;
  /** @deprecated Use `name`. */
  nick?: string;
  email: string | undefined;
  born?: Date | undefined;
  readonly tags: readonly string[];
  friends: User[];
  'e-mail': string;
}

/** Kept for those who are paid. */
export interface Staff extends User {
  readonly badge: number;
  readonly manager: Staff | null;
}

/** Words and what they mean. */
export interface Glossary {
  [word: string]: string;
}

/** What the author declared, and nothing else. */
export const inferredRouter = t.router({
  user: t.procedure.input(z.string()).query(({ input }): User => makeUser(input)),

  staff: t.procedure.query((): Staff => ({ ...makeUser('1'), badge: 7, manager: null })),

  glossary: t.procedure.query((): Glossary => ({ a: 'b' })),

  literal: t.procedure.query(() => ({
    text: 'a',
    count: 1,
    list: [1, 2, 3],
    mixed: ['a', 1, null],
    nested: { at: new Date(0), flag: true },
    fixed: 'yes' as const,
    pair: ['a', 1] as const,
  })),

  maybe: t.procedure.input(z.boolean()).query(({ input }) => (input ? makeUser('1') : null)),

  promised: t.procedure.query(async () => ({ users: await Promise.resolve([makeUser('1')]), late: new Date(0) })),

  klass: t.procedure.query(() => new Place('a')),

  getters: t.procedure.query(() => ({
    get computed() {
      return 'a';
    },
    kept: 1,
  })),

  // oxlint-disable-next-line typescript/no-explicit-any -- Applications return it, and a generated client has to say it.
  loose: t.procedure.query((): { any: any; unknown: unknown; object: object; never: never[] } => ({
    any: 1,
    unknown: 2,
    object: {},
    never: [],
  })),
});

function makeUser(id: string): User {
  return { id, name: 'a', email: undefined, tags: [], friends: [], 'e-mail': 'a@example.com' };
}
