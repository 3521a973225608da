import * as z from 'zod';
import { hostIdSchema } from './host.js';

/** What a rule can watch. All but `silentSeconds` come from samples; that one is the time since the last of them. */
export const ruleMetricSchema = z.enum([
  'cpuPercent',
  'memoryPercent',
  'swapPercent',
  'diskPercent',
  'loadPerCore',
  'receivedBytesPerSecond',
  'sentBytesPerSecond',
  'silentSeconds',
]);
export type RuleMetric = z.infer<typeof ruleMetricSchema>;

export const comparisonSchema = z.enum(['above', 'below']);
export type Comparison = z.infer<typeof comparisonSchema>;

export const ruleIdSchema = z.int().min(1);

const ruleFields = z.object({
  name: z.string().trim().min(1, 'A rule needs a name.').max(80, 'A name has at most 80 characters.'),
  metric: ruleMetricSchema,
  comparison: comparisonSchema,
  threshold: z.number().min(0, 'A threshold is zero or more.').max(Number.MAX_SAFE_INTEGER),
  /** How long the condition must hold before an alert opens; 0 opens at the first sample. */
  forSeconds: z
    .int('Whole seconds, please.')
    .min(0, 'Zero seconds or more.')
    .max(3_600, 'At most an hour (3600 seconds).'),
  /** One host, or null for all. */
  hostId: hostIdSchema.nullable(),
  isEnabled: z.boolean(),
});

/** A rule to store: with an `id` it replaces that rule, without one it is new. Serves the form and the procedure alike. */
export const setRuleInputSchema = ruleFields
  .extend({ id: ruleIdSchema.optional() })
  .refine((rule) => rule.metric !== 'silentSeconds' || rule.comparison === 'above', {
    message: 'Silence can only be watched with "above": every healthy host is below.',
    path: ['comparison'],
  })
  .refine((rule) => !rule.metric.endsWith('Percent') || rule.threshold <= 100, {
    message: 'A percentage is at most 100.',
    path: ['threshold'],
  });
export type SetRuleInput = z.infer<typeof setRuleInputSchema>;

export const removeRuleInputSchema = z.object({ ruleId: ruleIdSchema });

export type Rule = z.infer<typeof ruleFields> & { readonly id: number };
