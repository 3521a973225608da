import * as z from 'zod';
import { CONTRACT_FORMAT, type Contract } from './contract.js';
import type { Json } from './json.js';
import type { TypeNode } from './type-node.js';

const json: z.ZodType<Json> = z.json();
const count = z.int().nonnegative();
const yes = z.literal(true).optional();

const annotated = { doc: z.string().optional(), deprecated: z.string().optional(), default: json.optional() };

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- zod allows undefined in optional members, which exactOptionalPropertyTypes does not; JSON has none.
const node: z.ZodType<TypeNode> = z.lazy(() => anyNode) as z.ZodType<TypeNode>;

const property = z.strictObject({ name: z.string(), type: node, optional: yes, readonly: yes });

const leaves = [
  z.strictObject({
    kind: z.literal('string'),
    format: z.string().optional(),
    patterns: z.array(z.string()).optional(),
    minLength: count.optional(),
    maxLength: count.optional(),
    ...annotated,
  }),
  z.strictObject({
    kind: z.literal('number'),
    integer: yes,
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    exclusiveMaximum: z.number().optional(),
    multipleOf: z.number().optional(),
    ...annotated,
  }),
  z.strictObject({
    kind: z.literal('bigint'),
    minimum: z.string().optional(),
    maximum: z.string().optional(),
    ...annotated,
  }),
  z.strictObject({
    kind: z.enum(['boolean', 'null', 'undefined', 'void', 'unknown', 'any', 'never', 'symbol']),
    ...annotated,
  }),
  z.strictObject({
    kind: z.literal('literal'),
    value: z.union([z.string(), z.number(), z.boolean()]),
    ...annotated,
  }),
  z.strictObject({ kind: z.literal('bigintLiteral'), value: z.string().regex(/^-?\d+$/u), ...annotated }),
  z.strictObject({
    kind: z.literal('enum'),
    members: z.array(
      z.strictObject({ name: z.string(), value: z.union([z.string(), z.number()]), doc: z.string().optional() }),
    ),
    ...annotated,
  }),
  z.strictObject({ kind: z.literal('reference'), name: z.string(), ...annotated }),
  z.strictObject({ kind: z.literal('hole'), reason: z.string(), ...annotated }),
] as const;

const composites = [
  z.strictObject({ kind: z.literal('template'), texts: z.array(z.string()), types: z.array(node), ...annotated }),
  z.strictObject({
    kind: z.literal('array'),
    items: node,
    readonly: yes,
    minItems: count.optional(),
    maxItems: count.optional(),
    ...annotated,
  }),
  z.strictObject({
    kind: z.literal('tuple'),
    items: z.array(z.strictObject({ type: node, optional: yes, name: z.string().optional() })),
    rest: node.optional(),
    readonly: yes,
    ...annotated,
  }),
  z.strictObject({
    kind: z.literal('object'),
    properties: z.array(property),
    index: node.optional(),
    strict: yes,
    ...annotated,
  }),
  z.strictObject({ kind: z.literal('record'), key: node, value: node, partial: yes, ...annotated }),
  z.strictObject({
    kind: z.literal('union'),
    of: z.array(node).min(1),
    discriminator: z.string().optional(),
    ...annotated,
  }),
  z.strictObject({ kind: z.literal('intersection'), of: z.array(node).min(1), ...annotated }),
  z.strictObject({ kind: z.literal('brand'), name: z.string(), of: node, ...annotated }),
  z.strictObject({
    kind: z.literal('builtin'),
    name: z.enum(['Date', 'Map', 'ReadonlyMap', 'Set', 'ReadonlySet', 'URL', 'RegExp', 'Error', 'Uint8Array']),
    of: z.array(node).optional(),
    ...annotated,
  }),
] as const;

const anyNode = z.discriminatedUnion('kind', [...leaves, ...composites]);

const source = z.enum(['schema', 'compiler', 'both', 'none']);

const procedure = z.strictObject({
  kind: z.enum(['query', 'mutation', 'subscription']),
  input: node,
  output: node,
  tracked: yes,
  errors: z.record(z.string(), z.string()).optional(),
  doc: z.string().optional(),
  deprecated: z.string().optional(),
  meta: json.optional(),
  source: z.strictObject({ input: source, output: source }),
});

/** The form of `contract.json`. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- zod allows undefined in optional members, which exactOptionalPropertyTypes does not; JSON has none.
export const contractSchema = z.strictObject({
  trunkline: z.literal(CONTRACT_FORMAT),
  transformer: z.enum(['none', 'superjson', 'other']),
  procedures: z.record(z.string(), procedure),
  types: z.record(z.string(), node),
  errorData: node.optional(),
}) as unknown as z.ZodType<Contract>;
