import type { Rule } from '@trunkline/pulse-client';

/** A rule as it stands in the form. Number fields hold text while somebody types. */
export interface RuleDraft {
  readonly id: number | null;
  readonly name: string;
  readonly metric: Rule['metric'];
  readonly comparison: Rule['comparison'];
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
