import * as z from 'zod';
import { t } from './root.js';

const bytes = z.instanceof(Uint8Array);

/** Objects of the language's own library. */
export const builtinsRouter = t.router({
  dates: t.procedure
    .input(z.object({ since: z.date(), until: z.date().min(new Date(0)).optional() }))
    .output(z.object({ at: z.date(), never: z.date().nullable() }))
    .query(({ input }) => ({ at: input.since, never: null })),

  maps: t.procedure
    .input(z.map(z.string(), z.object({ count: z.int() })))
    .output(z.map(z.int(), z.set(z.string())))
    .query(() => new Map([[1, new Set(['a'])]])),

  sets: t.procedure
    .input(z.set(z.enum(['a', 'b'])).min(1))
    .output(z.set(z.date()))
    .query(() => new Set([new Date(0)])),

  bytes: t.procedure
    .input(bytes)
    .output(z.object({ digest: bytes }))
    .query(({ input }) => ({ digest: input })),

  urls: t.procedure
    .input(z.instanceof(URL))
    .output(z.object({ pattern: z.instanceof(RegExp), url: z.instanceof(URL) }))
    .query(({ input }) => ({ pattern: /a/u, url: input })),

  inferred: t.procedure.query(
    (): {
      at: Date;
      byName: Map<string, Date>;
      names: Set<string>;
      frozen: ReadonlyMap<string, readonly number[]>;
      fixed: ReadonlySet<bigint>;
      big: bigint;
      raw: Uint8Array;
      where: URL;
      what: RegExp;
      failure: Error;
    } => ({
      at: new Date(0),
      byName: new Map(),
      names: new Set(),
      frozen: new Map(),
      fixed: new Set(),
      big: 1n,
      raw: new Uint8Array(1),
      where: new URL('https://example.com/'),
      what: /a/u,
      failure: new Error('a'),
    }),
  ),
});
