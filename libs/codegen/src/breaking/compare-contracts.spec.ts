import { describe, expect, it } from '@jest/globals';
import { compareContracts } from './compare-contracts.js';
import { contract, object, reference, text } from './contract-builder.spec-support.js';
import { FindingList } from './finding-list.js';

const compare = (...[before, after]: readonly [ReturnType<typeof contract>, ReturnType<typeof contract>]) => {
  const findings = new FindingList();
  compareContracts(before, after, findings);
  return findings.list().map(({ rule, procedures }) => `${rule} ${procedures.join(' ')}`);
};

describe('compareContracts', () => {
  it('names procedures that came and went', () => {
    expect(compare(contract({ a: {}, b: {} }), contract({ b: {}, c: {} }))).toEqual([
      'PROCEDURE_REMOVED a',
      'PROCEDURE_ADDED c',
    ]);
  });

  it('names every procedure once when the transformer is another', () => {
    expect(compare(contract({ a: {}, b: {} }), contract({ a: {}, b: {} }, {}, { transformer: 'other' }))).toEqual([
      'WIRE_CHANGED a b',
    ]);
  });

  it('names who used a type whose name is gone', () => {
    const types = { User: object({ id: text }), Unused: text };
    const before = contract({ a: { output: reference('User') }, b: {}, c: { input: reference('User') } }, types);
    expect(compare(before, contract({ a: {}, b: {}, c: {} }))).toEqual(['TYPE_NAME_REMOVED a c']);
  });
});
