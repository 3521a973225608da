import * as z from 'zod';
import { t } from './root.js';

const category = z
  .object({
    name: z.string(),
    get children() {
      return z.array(category);
    },
  })
  .meta({ id: 'Category' });

const author = z.object({
  name: z.string(),
  get books() {
    return z.array(book).optional();
  },
});

const book = z.object({
  title: z.string(),
  get author() {
    return author;
  },
});

/** JSON, as zod's users write it. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

const jsonValue: z.ZodType<JsonValue> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(jsonValue), z.record(z.string(), jsonValue)]),
);

/** A list that ends. */
export interface LinkedList<T> {
  readonly value: T;
  readonly next: LinkedList<T> | null;
}

/** A comment and what was answered to it. */
export interface Thread {
  readonly id: string;
  /** Newest first. */
  readonly replies: readonly Thread[];
  readonly parent?: Thread;
}

/** Types that hold themselves. */
export const recursionRouter = t.router({
  getter: t.procedure
    .input(category)
    .output(category)
    .query(({ input }) => input),

  mutual: t.procedure
    .input(author)
    .output(book)
    .query(({ input }) => ({ title: 'One', author: input })),

  json: t.procedure
    .input(jsonValue)
    .output(jsonValue)
    .query(({ input }) => input),

  anyJson: t.procedure.input(z.json()).query(({ input }) => input),

  inferred: t.procedure.query((): Thread => ({ id: '1', replies: [] })),

  generic: t.procedure.query((): { texts: LinkedList<string>; dates: LinkedList<Date> } => ({
    texts: { value: 'a', next: null },
    dates: { value: new Date(0), next: null },
  })),
});
