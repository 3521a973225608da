import { Modal } from '@mantine/core';
import type { Host } from '@trunkline/pulse-client';
import type { RuleDraft } from './rule-draft.js';
import { RuleForm } from './rule-form.js';
import { useRemoveRule, useSetRule } from './use-rules.js';

interface RuleDialogProps {
  readonly draft: RuleDraft;
  readonly hosts: readonly Host[];
  readonly onClose: () => void;
}

export function RuleDialog({ draft, hosts, onClose }: RuleDialogProps) {
  const set = useSetRule(onClose);
  const remove = useRemoveRule(onClose);
  const { id } = draft;
  return (
    <Modal opened onClose={onClose} title={id === null ? 'New rule' : 'Edit rule'} centered size={480} radius={12}>
      <RuleForm
        initial={draft}
        hosts={hosts}
        isSaving={set.isPending || remove.isPending}
        refusal={(set.error ?? remove.error)?.message ?? null}
        onSave={(rule) => set.mutate(rule)}
        onRemove={id === null ? null : () => remove.mutate({ ruleId: id })}
      />
    </Modal>
  );
}
