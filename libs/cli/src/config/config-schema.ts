import type { GenerateSettings, RuleName } from '@trunkline/codegen';
import { rules } from '@trunkline/codegen';
import * as z from 'zod';
import type { BreakingConfig, TrunklineConfig } from './trunkline-config.js';

const text = z.string().min(1, 'is empty');
const flag = z.boolean();

const ruleName = z.custom<RuleName>((name) => typeof name === 'string' && Object.hasOwn(rules, name), {
  error: 'names no rule',
});

/** Every setting of `generate`, so that one without a check does not compile. */
const generateShape = {
  router: text,
  out: text,
  tsconfig: text.exactOptional(),
  read: z.enum(['both', 'schemas', 'types']).exactOptional(),
  compiler: z.enum(['auto', 'native', 'classic']).exactOptional(),
  importTimeoutMs: z.int().positive().exactOptional(),
  nodeArguments: z.array(text).readonly().exactOptional(),
  allowUnknown: flag.exactOptional(),
  packageName: text.exactOptional(),
  brands: z.enum(['keep', 'strip']).exactOptional(),
  enums: z.enum(['const', 'literal']).exactOptional(),
  trpc: flag.exactOptional(),
  tanstack: flag.exactOptional(),
  validators: flag.exactOptional(),
  compile: flag.exactOptional(),
  documents: flag.exactOptional(),
  title: text.exactOptional(),
  version: text.exactOptional(),
  description: text.exactOptional(),
  url: text.exactOptional(),
  python: z.union([text, z.literal(false)], { error: 'is neither a text nor false' }).exactOptional(),
} satisfies Record<keyof GenerateSettings, z.ZodType>;

const breakingShape = {
  against: text.exactOptional(),
  level: z.enum(['breaking', 'risky', 'info']).exactOptional(),
  category: z.enum(['wire', 'source']).exactOptional(),
  ignore: z
    .array(z.strictObject({ rule: ruleName, path: text.exactOptional() }))
    .readonly()
    .exactOptional(),
} satisfies Record<keyof BreakingConfig, z.ZodType>;

/** The settings of one client, whole or in part: what is missing may come from the command line. */
export type PartialConfig = Partial<TrunklineConfig>;

/** One client's part of `trunkline.config.ts`. */
export const configSchema: z.ZodType<PartialConfig> = z.strictObject({
  ...generateShape,
  router: generateShape.router.exactOptional(),
  out: generateShape.out.exactOptional(),
  breaking: z.strictObject(breakingShape).exactOptional(),
});

/** The names of the options, by the option that holds them: '' for the configuration itself. */
export const optionNames: Readonly<Record<string, readonly string[]>> = {
  '': [...Object.keys(generateShape), 'breaking'],
  breaking: Object.keys(breakingShape),
  'breaking.ignore': ['rule', 'path'],
};
