import * as z from 'zod';
import { hostIdSchema } from './host.js';
import type { Comparison, RuleMetric } from './rule.js';

export const alertIdSchema = z.int().min(1);

/** An alert keeps the rule's words and numbers as they were when it opened; a rule that is edited later does not change it. */
export type Alert = {
  readonly id: number;
  readonly ruleId: number;
  readonly ruleName: string;
  readonly metric: RuleMetric;
  readonly comparison: Comparison;
  readonly threshold: number;
  readonly hostId: string;
  readonly hostName: string;
  /** What was measured when the alert opened. */
  readonly value: number;
  readonly openedAt: Date;
  /** Null while the alert is open. */
  readonly resolvedAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
};

export const alertChangeKindSchema = z.enum(['opened', 'acknowledged', 'resolved']);
export type AlertChangeKind = z.infer<typeof alertChangeKindSchema>;

/** Something that happened to an alert, and the alert as it stands now. */
export type AlertChange = {
  readonly id: number;
  readonly kind: AlertChangeKind;
  readonly changedAt: Date;
  readonly alert: Alert;
};

export const listAlertsInputSchema = z
  .object({
    /** @default 'all' */
    state: z.enum(['open', 'resolved', 'all']).optional(),
    hostId: hostIdSchema.optional(),
    /** The newest first. @default 100 */
    limit: z.int().min(1).max(500).optional(),
  })
  .optional();
export type ListAlertsInput = z.infer<typeof listAlertsInputSchema>;

export const alertChangesInputSchema = z
  .object({
    /** Where to go on. Without it: only what happens from now on. */
    lastEventId: z.string().max(128).nullish(),
  })
  .optional();

export const acknowledgeInputSchema = z.object({ alertId: alertIdSchema });
