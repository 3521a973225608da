import { describe, expect, it } from '@jest/globals';
import { contract, gives, literals, number, object, text } from './contract-builder.spec-support.js';
import { findBreaking } from './find-breaking.js';
import { type BreakingSettings, selectFindings } from './select-findings.js';

const output = object({ a: text, 'b?': text });
const findings = findBreaking(
  contract({ 'orders.get': { output }, 'orders.list': { output }, users: { output: literals('x', 'y') } }),
  contract({
    'orders.get': { output: object({ a: number }) },
    'orders.list': { output: object({ a: number, 'b?': text }) },
    users: { output: literals('x', 'y', 'z') },
    more: {},
  }),
);

const select = (settings?: BreakingSettings) =>
  selectFindings(findings, settings).map(({ rule, procedures }) => `${rule} ${procedures.join(' ')}`);

describe('selectFindings', () => {
  it('takes what surely breaks by default', () => {
    expect(select()).toEqual([
      'TYPE_CHANGED orders.get',
      'OUTPUT_OPTIONAL_FIELD_REMOVED orders.get',
      'TYPE_CHANGED orders.list',
    ]);
  });

  it('takes lesser levels as well', () => {
    expect(select({ level: 'risky' })).toContain('OUTPUT_MEMBER_ADDED users');
    expect(select({ level: 'info' })).toContain('PROCEDURE_ADDED more');
    expect(select({ level: 'risky' })).not.toContain('PROCEDURE_ADDED more');
  });

  it('takes one category alone', () => {
    expect(select({ category: 'source' })).toEqual(['OUTPUT_OPTIONAL_FIELD_REMOVED orders.get']);
  });

  it('leaves out a rule, for all procedures, for one or for those below a router', () => {
    expect(select({ ignore: [{ rule: 'TYPE_CHANGED' }] })).toEqual(['OUTPUT_OPTIONAL_FIELD_REMOVED orders.get']);
    expect(select({ ignore: [{ rule: 'TYPE_CHANGED', path: 'orders.get' }] })).toEqual([
      'OUTPUT_OPTIONAL_FIELD_REMOVED orders.get',
      'TYPE_CHANGED orders.list',
    ]);
    expect(select({ ignore: [{ rule: 'TYPE_CHANGED', path: 'orders.*' }] })).toEqual([
      'OUTPUT_OPTIONAL_FIELD_REMOVED orders.get',
    ]);
  });

  it('keeps what concerns other procedures as well', () => {
    const shared = findBreaking(contract({ a: {}, b: {} }), contract({ a: {}, b: {} }, {}, { transformer: 'none' }));
    const left = selectFindings(shared, { ignore: [{ rule: 'WIRE_CHANGED', path: 'a' }] });
    expect(left.map(({ procedures }) => procedures)).toEqual([['b']]);
    expect(selectFindings(findBreaking(gives(text), gives(text)))).toEqual([]);
  });
});
