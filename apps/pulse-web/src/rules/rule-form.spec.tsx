import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { RulesSetInput } from '@trunkline/pulse-client';
import { newRuleDraft } from './rule-draft.js';
import { RuleForm } from './rule-form.js';

const save = jest.fn<(rule: RulesSetInput) => void>();

function renderForm(refusal: string | null = null) {
  render(
    <MantineProvider>
      <RuleForm initial={newRuleDraft} hosts={[]} isSaving={false} refusal={refusal} onSave={save} onRemove={null} />
    </MantineProvider>,
  );
}

describe('RuleForm', () => {
  afterEach(() => {
    cleanup();
    save.mockClear();
  });

  it('says what is missing and sends nothing', () => {
    renderForm();
    fireEvent.click(screen.getByRole('button', { name: 'Add rule' }));
    expect(screen.getByText('A rule needs a name.')).toBeTruthy();
    expect(save).not.toHaveBeenCalled();
  });

  it('sends a rule that is complete', () => {
    renderForm();
    fireEvent.change(screen.getByRole('textbox', { name: 'Name' }), { target: { value: 'Busy' } });
    fireEvent.change(screen.getByRole('textbox', { name: 'Threshold' }), { target: { value: '75' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add rule' }));
    expect(save).toHaveBeenCalledWith(expect.objectContaining({ name: 'Busy', metric: 'cpuPercent', threshold: 75 }));
  });

  it('says why the server refused', () => {
    renderForm('This server keeps 100 rules at most.');
    expect(screen.getByRole('alert').textContent).toBe('Not saved: This server keeps 100 rules at most.');
  });
});
