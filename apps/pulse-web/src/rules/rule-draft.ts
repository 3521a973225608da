import type { Comparison, Rule, RuleMetric } from '@trunkline/pulse-server/schemas';

/** A rule as it stands in the form. Number fields hold text while somebody types. */
export interface RuleDraft {
  readonly id: number | null;
  readonly name: string;
  readonly metric: RuleMetric;
  readonly comparison: Comparison;
  readonly threshold: number | string;
  readonly forSeconds: number | string;
  readonly hostId: string | null;
  readonly isEnabled: boolean;
}

export type RuleDraftField = keyof RuleDraft;

export const newRuleDraft: RuleDraft = {
  id: null,
  name: '',
  metric: 'cpuPercent',
  comparison: 'above',
  threshold: 90,
  forSeconds: 10,
  hostId: null,
  isEnabled: true,
};

export function draftOfRule(rule: Rule): RuleDraft {
  return { ...rule };
}
