import { Button, Switch, TextInput } from '@mantine/core';
import type { Host, RulesSetInput } from '@trunkline/pulse-client';
import { useState } from 'react';
import { type CheckedDraft, checkDraft } from './check-draft.js';
import type { RuleDraft } from './rule-draft.js';
import { RuleFields } from './rule-fields.js';
import './rules.css';

interface RuleFormProps {
  readonly initial: RuleDraft;
  readonly hosts: readonly Host[];
  readonly isSaving: boolean;
  /** Why the server did not take it, in its words. */
  readonly refusal: string | null;
  readonly onSave: (rule: RulesSetInput) => void;
  readonly onRemove: (() => void) | null;
}

/** One rule, new or to be changed; tells what is wrong before it is sent. */
export function RuleForm({ initial, hosts, isSaving, refusal, onSave, onRemove }: RuleFormProps) {
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<NonNullable<CheckedDraft['problems']>>({});
  const change = (changed: Partial<RuleDraft>) => {
    setDraft({ ...draft, ...changed });
    setProblems({});
  };
  const submit = () => {
    const checked = checkDraft(draft);
    setProblems(checked.problems ?? {});
    if (checked.rule) onSave(checked.rule);
  };
  return (
    <form
      className="rule-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        label="Name"
        placeholder="What it means, such as: the CPU is busy"
        data-autofocus
        value={draft.name}
        error={problems.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <RuleFields draft={draft} hosts={hosts} problems={problems} onChange={change} />
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
