import * as z from 'zod';
import { t } from './root.js';

/** Texts, numbers and flags, with everything that zod can demand of them. */
export const primitivesRouter = t.router({
  text: t.procedure
    .input(
      z.object({
        short: z.string().min(1).max(40),
        exact: z.string().length(8),
        slug: z.string().regex(/^[a-z][a-z0-9-]*$/u),
        both: z
          .string()
          .regex(/^[A-Z]/)
          .regex(/[0-9]$/),
        framed: z.string().startsWith('pre-').endsWith('-post').includes('in'),
        trimmed: z.string().trim().toLowerCase().min(2),
      }),
    )
    .output(z.string())
    .query(({ input }) => input.short),

  formats: t.procedure
    .input(
      z.object({
        email: z.email(),
        uuid: z.uuid(),
        url: z.url(),
        at: z.iso.datetime({ offset: true }),
        day: z.iso.date(),
        time: z.iso.time(),
        span: z.iso.duration(),
        ipv4: z.ipv4(),
        ipv6: z.ipv6(),
        cidr: z.cidrv4(),
        base64: z.base64(),
        base64url: z.base64url(),
        ulid: z.ulid(),
        nanoid: z.nanoid(),
        jwt: z.jwt(),
        phone: z.e164(),
        hostname: z.hostname(),
        hex: z.hex(),
        own: z.stringFormat('even-length', (text) => text.length % 2 === 0),
      }),
    )
    .output(z.object({ email: z.email(), id: z.uuid() }))
    .query(({ input }) => ({ email: input.email, id: input.uuid })),

  numbers: t.procedure
    .input(
      z.object({
        any: z.number(),
        ratio: z.number().min(0).max(1),
        open: z.number().gt(0).lt(10),
        whole: z.int(),
        port: z.int().min(1).max(65_535),
        word: z.int32(),
        counter: z.uint32(),
        single: z.float32(),
        step: z.number().multipleOf(0.25),
        positive: z.number().positive(),
        nonNegative: z.number().nonnegative(),
        nan: z.nan(),
      }),
    )
    .output(z.number())
    .query(({ input }) => input.ratio),

  bigints: t.procedure
    .input(z.object({ any: z.bigint(), small: z.bigint().min(1n).max(10n), wide: z.int64(), unsigned: z.uint64() }))
    .output(z.bigint())
    .query(({ input }) => input.any + input.small),

  flags: t.procedure
    .input(z.object({ yes: z.boolean(), text: z.stringbool(), nothing: z.null(), absent: z.undefined() }))
    .output(z.boolean())
    .query(({ input }) => input.yes && input.text),

  bare: t.procedure
    .input(z.string().min(3))
    .output(z.int().nonnegative())
    .query(({ input }) => input.length),

  optionalInput: t.procedure
    .input(z.object({ limit: z.int().optional() }).optional())
    .output(z.int())
    .query(({ input }) => input?.limit ?? 0),

  nullableInput: t.procedure.input(z.string().nullable()).query(({ input }) => input),

  nullishInput: t.procedure.input(z.number().nullish()).query(({ input }) => input ?? null),

  defaultedInput: t.procedure
    .input(z.object({ page: z.int().min(1).default(1) }).default({ page: 1 }))
    .query(({ input }) => input.page),

  coerced: t.procedure
    .input(
      z.object({
        count: z.coerce.number().int(),
        text: z.coerce.string(),
        flag: z.coerce.boolean(),
        at: z.coerce.date(),
        big: z.coerce.bigint(),
        narrowed: z.coerce.number<string | number>(),
      }),
    )
    .output(z.object({ count: z.number(), at: z.date() }))
    .query(({ input }) => ({ count: input.count, at: input.at })),

  optionality: t.procedure
    .input(
      z.object({
        required: z.string(),
        optional: z.string().optional(),
        exact: z.exactOptional(z.string()),
        nullable: z.string().nullable(),
        nullish: z.string().nullish(),
        defaulted: z.int().default(20),
        computed: z.string().default(() => 'made'),
        prefaulted: z.string().trim().prefault('  in  '),
        caught: z.int().catch(0),
        demanded: z.string().optional().nonoptional(),
        unknown: z.unknown(),
        any: z.any(),
      }),
    )
    .output(
      z.object({
        required: z.string(),
        optional: z.string().optional(),
        exact: z.exactOptional(z.string()),
        nullish: z.string().nullish(),
        defaulted: z.int().default(20),
        caught: z.int().catch(0),
      }),
    )
    .query(({ input }) => ({ required: input.required, defaulted: input.defaulted, caught: input.caught })),

  readonlyValues: t.procedure
    .input(
      z.object({ tags: z.array(z.string()).readonly(), pair: z.tuple([z.string(), z.number()]).readonly() }).readonly(),
    )
    .output(z.object({ tags: z.array(z.string()) }).readonly())
    .query(({ input }) => ({ tags: [...input.tags] })),
});
