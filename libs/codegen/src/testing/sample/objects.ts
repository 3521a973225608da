import * as z from 'zod';
import { t } from './root.js';

const address = z
  .object({
    street: z.string().describe('With the number of the house.'),
    city: z.string(),
    country: z
      .string()
      .length(2)
      .meta({ title: 'Country', description: 'ISO 3166-1 alpha-2.', examples: ['DE'] }),
    zip: z.string().meta({ deprecated: true, description: 'Use `postcode`.' }).optional(),
  })
  .meta({ id: 'Address', description: 'Where parcels go.' });

const person = z.object({ name: z.string(), home: address, work: address.optional() });

/** Objects in all the ways in which they can be open or closed. */
export const objectsRouter = t.router({
  nested: t.procedure
    .input(z.object({ person, at: z.object({ deep: z.object({ deeper: z.object({ deepest: z.boolean() }) }) }) }))
    .output(person)
    .query(({ input }) => input.person),

  strict: t.procedure
    .input(z.strictObject({ id: z.string(), inner: z.strictObject({ id: z.int() }) }))
    .output(z.strictObject({ id: z.string() }))
    .query(({ input }) => ({ id: input.id })),

  loose: t.procedure
    .input(z.looseObject({ id: z.string() }))
    .output(z.looseObject({ id: z.string() }))
    .query(({ input }) => input),

  catchall: t.procedure
    .input(z.object({ id: z.string() }).catchall(z.string()))
    .output(z.object({ total: z.number() }).catchall(z.number()))
    .query(() => ({ total: 1, other: 2 })),

  empty: t.procedure
    .input(z.object({}))
    .output(z.strictObject({}))
    .query(() => ({})),

  records: t.procedure
    .input(
      z.object({
        free: z.record(z.string(), z.number()),
        every: z.record(z.enum(['a', 'b']), z.string()),
        some: z.partialRecord(z.enum(['a', 'b']), z.string()),
        numbered: z.record(z.number(), z.boolean()),
        patterned: z.record(z.string().regex(/^x-/), z.string()),
        loose: z.looseRecord(z.templateLiteral(['x-', z.string()]), z.string()),
        holed: z.record(z.string(), z.string().optional()),
      }),
    )
    .output(z.record(z.string(), z.object({ count: z.int() })))
    .query(() => ({ all: { count: 1 } })),

  intersected: t.procedure
    .input(z.intersection(z.object({ id: z.string() }), z.object({ name: z.string() })))
    .output(z.object({ a: z.string() }).and(z.object({ b: z.number().optional() })))
    .query(({ input }) => ({ a: input.id, b: 1 })),

  inputTwice: t.procedure
    .input(z.object({ organisationId: z.uuid() }))
    .input(z.object({ memberId: z.string(), limit: z.int().max(100).default(10) }))
    .query(({ input }) => ({ key: `${input.organisationId}/${input.memberId}`, limit: input.limit })),

  derived: t.procedure
    .input(
      person
        .pick({ name: true })
        .extend({ age: z.int().min(0) })
        .partial(),
    )
    .output(person.omit({ work: true }).required())
    .query(() => ({ name: 'a', home: { street: 'b', city: 'c', country: 'DE' } })),

  quoted: t.procedure
    .input(z.object({ 'content-type': z.string(), '1st': z.int(), default: z.string(), $ref: z.string().optional() }))
    .output(z.object({ 'a b': z.string(), ümlaut: z.string(), "it's": z.boolean() }))
    .query(() => ({ 'a b': '', ümlaut: '', "it's": true })),
});
