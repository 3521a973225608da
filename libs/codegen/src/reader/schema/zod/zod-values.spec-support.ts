import fc from 'fast-check';
import * as z from 'zod';

/** A schema and what it accepts. */
export interface Sample {
  readonly schema: z.ZodType;
  readonly value: fc.Arbitrary<unknown>;
}

const sample = (schema: z.ZodType, value: fc.Arbitrary<unknown>): Sample => ({ schema, value });

const word = fc.string({ maxLength: 6 });
const padded = fc
  .tuple(fc.constantFrom('', ' ', '\t '), word, fc.constantFrom('', '  '))
  .map((parts) => parts.join(''));

const scalars: fc.Arbitrary<Sample> = fc.oneof(
  fc.tuple(fc.nat(3), fc.nat(5)).map(([least, more]) =>
    sample(
      z
        .string()
        .min(least)
        .max(least + more),
      fc.string({ minLength: least, maxLength: least + more }),
    ),
  ),
  fc.constantFrom(
    sample(z.string().trim().max(6), padded),
    sample(
      z.string().trim().min(1),
      padded.filter((value) => value.trim() !== ''),
    ),
    sample(
      z
        .string()
        .toUpperCase()
        .regex(/^[^a-z]*$/),
      word,
    ),
    sample(z.string().regex(/^[a-c]+$/), fc.stringMatching(/^[a-c]{1,4}$/)),
    sample(
      z.string().startsWith('a').endsWith('z'),
      word.map((value) => `a${value}z`),
    ),
    sample(z.email(), fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.com$/)),
    sample(z.uuid(), fc.uuid()),
    sample(z.coerce.number(), fc.constantFrom('1', 2, true, null)),
    sample(z.boolean(), fc.boolean()),
    sample(z.stringbool(), fc.constantFrom('yes', 'no', 'true')),
    sample(z.null(), fc.constant(null)),
    sample(z.undefined(), fc.constant(undefined)),
    sample(z.unknown(), fc.anything()),
    sample(z.date(), fc.date({ noInvalidDate: true })),
    sample(z.literal(['a', 1, true]), fc.constantFrom('a', 1, true)),
    sample(z.enum(['red', 'green']), fc.constantFrom('red', 'green')),
    sample(z.enum({ Low: 0, 0: 'Low', High: 10, 10: 'High' }), fc.constantFrom(0, 10)),
    sample(z.bigint().gt(0n).lte(9n), fc.bigInt({ min: 1n, max: 9n })),
    sample(
      z.string().transform((value) => value.length),
      word,
    ),
  ),
  fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(9)).map(([least, more]) =>
    sample(
      z
        .int()
        .min(least)
        .lt(least + more + 1),
      fc.integer({ min: least, max: least + more }),
    ),
  ),
  fc.constantFrom(0.25, 2).map((step) =>
    sample(
      z.number().multipleOf(step),
      fc.integer({ min: -99, max: 99 }).map((count) => count * step),
    ),
  ),
);

const { any } = fc.letrec<{ any: Sample }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalars,
    tie('any').map(({ schema, value }) => sample(schema.optional(), fc.option(value, { nil: undefined }))),
    tie('any').map(({ schema, value }) => sample(schema.nullable(), fc.option(value, { nil: null }))),
    tie('any').map(({ schema, value }) => sample(schema.describe('It has a comment.'), value)),
    tie('any').map(({ schema, value }) => sample(schema.readonly(), value)),
    tie('any').map(({ schema, value }) =>
      sample(
        z.lazy(() => schema),
        value,
      ),
    ),
    tie('any').map(({ schema, value }) => sample(z.array(schema).max(3), fc.array(value, { maxLength: 3 }))),
    fc
      .array(tie('any'), { minLength: 1, maxLength: 3 })
      .map((members) =>
        sample(z.union(members.map(({ schema }) => schema)), fc.oneof(...members.map(({ value }) => value))),
      ),
    fc.tuple(tie('any'), tie('any')).map(([one, other]) =>
      sample(
        z.tuple([one.schema], other.schema),
        fc.tuple(one.value, fc.array(other.value, { maxLength: 2 })).map(([first, rest]) => [first, ...rest]),
      ),
    ),
    tie('any').map(({ schema, value }) =>
      sample(
        z.record(z.string(), schema),
        fc.dictionary(fc.constantFrom('x', 'y', 'z'), value, { noNullPrototype: true }),
      ),
    ),
    tie('any').map(({ schema, value }) =>
      sample(
        z.set(schema),
        fc.array(value, { maxLength: 2 }).map((items) => new Set(items)),
      ),
    ),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('any'), { noNullPrototype: true }).chain(objectSample),
  ),
}));

/** Schemas in schemas, each with what it accepts. */
export const sampleArbitrary: fc.Arbitrary<Sample> = any;

function objectSample(members: Readonly<Record<string, Sample>>): fc.Arbitrary<Sample> {
  const shape = Object.fromEntries(Object.entries(members).map(([name, { schema }]) => [name, schema]));
  const values = Object.fromEntries(Object.entries(members).map(([name, { value }]) => [name, value]));
  return fc
    .constantFrom(z.object(shape), z.strictObject(shape), z.looseObject(shape))
    .map((schema) => sample(schema, fc.record(values, { noNullPrototype: true })));
}
