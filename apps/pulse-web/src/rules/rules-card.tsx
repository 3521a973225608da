import { Button, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Host, Rule } from '@trunkline/pulse-client';
import { lazy, Suspense, useState } from 'react';
import { describeCondition } from './metric-words.js';
import { draftOfRule, newRuleDraft, type RuleDraft } from './rule-draft.js';
import { useRules } from './use-rules.js';
import './rules.css';

// The form and its schemas are a third of the page's code, and few visits edit a rule.
const RuleDialog = lazy(() => import('./rule-dialog.js').then((module) => ({ default: module.RuleDialog })));

/** The rules that open alerts; each can be edited. */
export function RulesCard({ hosts }: { readonly hosts: readonly Host[] }) {
  const rules = useRules();
  const [edited, setEdited] = useState<RuleDraft | null>(null);
  return (
    <section className="card" aria-label="Rules">
      <header className="card__head">
        <h2 className="card__title">Rules</h2>
        <Button
          size="compact-xs"
          variant="subtle"
          className="quiet-action"
          leftSection={<IconPlus size={13} />}
          onClick={() => setEdited(newRuleDraft)}
        >
          Add rule
        </Button>
      </header>
      {rules.data ? (
        <RuleList rules={rules.data} hosts={hosts} onEdit={(rule) => setEdited(draftOfRule(rule))} />
      ) : rules.isError ? (
        <div className="empty" role="alert">
          <p>The rules could not be read: {rules.error.message}</p>
          <Button size="xs" variant="default" mt={12} onClick={() => void rules.refetch()}>
            Try again
          </Button>
        </div>
      ) : (
        <div className="card__body" aria-busy="true">
          <Skeleton height={14} width="70%" />
          <Skeleton height={14} mt={10} width="50%" />
        </div>
      )}
      <Suspense>{edited ? <RuleDialog draft={edited} hosts={hosts} onClose={() => setEdited(null)} /> : null}</Suspense>
    </section>
  );
}

interface RuleListProps {
  readonly rules: readonly Rule[];
  readonly hosts: readonly Host[];
  readonly onEdit: (rule: Rule) => void;
}

function RuleList({ rules, hosts, onEdit }: RuleListProps) {
  if (rules.length === 0) return <p className="empty">No rules yet. Add one, and alerts open when it is broken.</p>;
  return (
    <ul className="rules">
      {rules.map((rule) => (
        <li key={rule.id}>
          <button type="button" className={`rule${rule.isEnabled ? '' : ' rule--off'}`} onClick={() => onEdit(rule)}>
            <span className="rule__name">{rule.name}</span>
            <span className="rule__condition figures">{conditionWords(rule, hosts)}</span>
            <span className="rule__edit" aria-hidden>
              Edit
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function conditionWords(rule: Rule, hosts: readonly Host[]): string {
  const duration = rule.forSeconds > 0 && rule.metric !== 'silentSeconds' ? ` for ${rule.forSeconds} s` : '';
  const where = rule.hostId === null ? '' : ` on ${hosts.find(({ id }) => id === rule.hostId)?.name ?? rule.hostId}`;
  return `${describeCondition(rule)}${duration}${where}${rule.isEnabled ? '' : ' · off'}`;
}
