import { Button, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { comparisonSchema, type Host, ruleMetricSchema, type SetRuleInput } from '@trunkline/pulse-server/schemas';
import { type FormEvent, useState } from 'react';
import { type CheckedDraft, checkDraft } from './check-draft.js';
import { metricWords } from './metric-words.js';
import type { RuleDraft } from './rule-draft.js';
import './rules.css';

interface RuleFormProps {
  readonly initial: RuleDraft;
  readonly hosts: readonly Host[];
  readonly isSaving: boolean;
  /** Why the server did not take it, in its words. */
  readonly refusal: string | null;
  readonly onSave: (rule: SetRuleInput) => void;
  readonly onRemove: (() => void) | null;
}

const allHosts = '';

/** One rule, new or to be changed; tells what is wrong before it is sent. */
export function RuleForm({ initial, hosts, isSaving, refusal, onSave, onRemove }: RuleFormProps) {
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<NonNullable<CheckedDraft['problems']>>({});
  const change = (changed: Partial<RuleDraft>) => {
    setDraft({ ...draft, ...changed });
    setProblems({});
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const checked = checkDraft(draft);
    setProblems(checked.problems ?? {});
    if (checked.rule) onSave(checked.rule);
  };
  const isSilence = draft.metric === 'silentSeconds';
  return (
    <form className="rule-form" onSubmit={submit} noValidate>
      <TextInput
        label="Name"
        placeholder="What it means, such as: the CPU is busy"
        data-autofocus
        value={draft.name}
        error={problems.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <div className="rule-form__row rule-form__row--condition">
        <Select
          label="When"
          data={ruleMetricSchema.options.map((metric) => ({ value: metric, label: metricWords[metric].name }))}
          value={draft.metric}
          allowDeselect={false}
          error={problems.metric}
          onChange={(value) => {
            const { data: metric } = ruleMetricSchema.safeParse(value);
            if (metric) change({ metric, ...(metric === 'silentSeconds' ? { comparison: 'above' } : {}) });
          }}
        />
        <Select
          label="is"
          data={comparisonSchema.options.map((comparison) => ({ value: comparison, label: comparison }))}
          value={draft.comparison}
          allowDeselect={false}
          disabled={isSilence}
          error={problems.comparison}
          onChange={(value) => {
            const { data: comparison } = comparisonSchema.safeParse(value);
            if (comparison) change({ comparison });
          }}
        />
        <NumberInput
          label="Threshold"
          suffix={metricWords[draft.metric].unit}
          value={draft.threshold}
          error={problems.threshold}
          onChange={(threshold) => change({ threshold })}
        />
      </div>
      <div className="rule-form__row">
        <NumberInput
          label="For at least"
          suffix=" s"
          value={draft.forSeconds}
          error={problems.forSeconds}
          onChange={(forSeconds) => change({ forSeconds })}
        />
        <Select
          label="On"
          data={[{ value: allHosts, label: 'All hosts' }, ...hosts.map(({ id, name }) => ({ value: id, label: name }))]}
          value={draft.hostId ?? allHosts}
          allowDeselect={false}
          error={problems.hostId}
          onChange={(hostId) => change({ hostId: hostId || null })}
        />
      </div>
      <Switch
        label="Watch for it"
        checked={draft.isEnabled}
        onChange={(event) => change({ isEnabled: event.currentTarget.checked })}
      />
      {refusal ? (
        <p className="problem" role="alert">
          Not saved: {refusal}
        </p>
      ) : null}
      <div className="rule-form__actions">
        {onRemove ? (
          <Button variant="subtle" color="red" onClick={onRemove} disabled={isSaving}>
            Remove
          </Button>
        ) : null}
        <span className="rule-form__space" />
        <Button type="submit" loading={isSaving}>
          {draft.id === null ? 'Add rule' : 'Save'}
        </Button>
      </div>
    </form>
  );
}
