import type { RulesSetInput } from '@trunkline/pulse-client';
import { setRuleInputSchema } from '@trunkline/pulse-server/schemas';
import { newRuleDraft, type RuleDraft, type RuleDraftField } from './rule-draft.js';

/** What the form found: a rule to send, or one sentence for each field that is wrong. */
export type CheckedDraft =
  | { readonly rule: RulesSetInput; readonly problems: null }
  | { readonly rule: null; readonly problems: Partial<Record<RuleDraftField, string>> };

/** Checks a draft with the schema that the server uses, so that both always agree, in its words too: a contract has no sentences. */
export function checkDraft(draft: RuleDraft): CheckedDraft {
  const { id, ...fields } = draft;
  const result = setRuleInputSchema.safeParse({
    ...fields,
    ...(id === null ? {} : { id }),
    threshold: numberOf(draft.threshold),
    forSeconds: numberOf(draft.forSeconds),
  });
  if (result.success) return { rule: result.data, problems: null };
  const problems: Partial<Record<RuleDraftField, string>> = {};
  for (const issue of result.error.issues) {
    const field = issue.path[0];
    if (isField(field)) problems[field] ??= messageOf(issue.code, issue.message);
  }
  return { rule: null, problems };
}

function isField(name: PropertyKey | undefined): name is RuleDraftField {
  return typeof name === 'string' && name in newRuleDraft;
}

function numberOf(entry: number | string): number | undefined {
  if (typeof entry === 'number') return entry;
  const number = Number(entry.replace(',', '.'));
  return entry.trim() === '' || Number.isNaN(number) ? undefined : number;
}

function messageOf(code: string | undefined, message: string): string {
  return code === 'invalid_type' ? 'Please enter a number.' : message;
}
