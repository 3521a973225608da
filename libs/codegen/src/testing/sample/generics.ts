import * as z from 'zod';
import { t } from './root.js';

/** A part of a long list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next part begins; null at the end. */
  readonly next: string | null;
}

/** What somebody bought. */
export interface Order {
  readonly id: string;
  readonly placedAt: Date;
  readonly lines: readonly OrderLine[];
}

/** One article of an order. */
export interface OrderLine {
  readonly article: string;
  readonly count: number;
}

/** A value, or why there is none. */
export type Result<T, E = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** Types that are made of others. */
export const genericsRouter = t.router({
  orders: t.procedure
    .input(z.object({ cursor: z.string().nullish(), limit: z.int().min(1).max(100).default(20) }))
    .query((): Page<Order> => ({ items: [], next: null })),

  texts: t.procedure.query((): Page<string> => ({ items: [], next: null })),

  pagesOfPages: t.procedure.query((): Page<Page<OrderLine>> => ({ items: [], next: null })),

  results: t.procedure.query((): Result<Order> => ({ ok: false, error: 'gone' })),

  bySchema: t.procedure.output(pageOf(z.object({ id: z.int() }))).query(() => ({ items: [], next: null })),

  ordersBySchema: t.procedure
    .output(pageOf(z.string().meta({ description: 'An id.' })))
    .query(() => ({ items: [], next: null })),
});
