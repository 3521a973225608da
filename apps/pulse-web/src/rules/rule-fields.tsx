import { NumberInput, Select } from '@mantine/core';
import type { Host } from '@trunkline/pulse-client';
import { comparisonSchema, ruleMetricSchema } from '@trunkline/pulse-server/schemas';
import type { CheckedDraft } from './check-draft.js';
import { metricWords } from './metric-words.js';
import type { RuleDraft } from './rule-draft.js';

interface RuleFieldsProps {
  readonly draft: RuleDraft;
  readonly hosts: readonly Host[];
  readonly problems: NonNullable<CheckedDraft['problems']>;
  readonly onChange: (changed: Partial<RuleDraft>) => void;
}

const allHosts = '';

/** What a rule watches, from where on, for how long and where. */
export function RuleFields({ draft, hosts, problems, onChange: change }: RuleFieldsProps) {
  const isSilence = draft.metric === 'silentSeconds';
  return (
    <>
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
    </>
  );
}
