import { describe, expect, it } from '@jest/globals';
import { number, text } from './contract-builder.spec-support.js';
import { FindingList } from './finding-list.js';

describe('FindingList', () => {
  it('takes level, category and words from the rule', () => {
    const findings = new FindingList();
    findings.add({ rule: 'PROCEDURE_REMOVED', procedures: ['a'] });
    expect(findings.list()).toEqual([
      {
        rule: 'PROCEDURE_REMOVED',
        level: 'breaking',
        category: 'wire',
        procedures: ['a'],
        position: '',
        before: '',
        after: '',
        message: 'The procedure is gone: calls of it are answered with NOT_FOUND.',
      },
    ]);
  });

  it('makes one finding of what a type does to several procedures, and several of what they do each', () => {
    const findings = new FindingList();
    for (const path of ['b', 'a', 'b']) {
      findings.add({ rule: 'TYPE_CHANGED', procedures: [path], type: 'User', position: 'User.id' });
      findings.add({ rule: 'TYPE_CHANGED', procedures: [path], position: 'output' });
    }
    expect(findings.list().map(({ procedures, position }) => `${position} ${procedures.join(' ')}`)).toEqual([
      'output a',
      'User.id a b',
      'output b',
    ]);
  });

  it('shows what was before first, whoever sends', () => {
    const findings = new FindingList();
    const account = {
      name: 'x',
      differences: [{ rule: 'TYPE_CHANGED' as const, step: '.id', sent: text, expected: number }],
      uses: new Set<string>(),
    };
    findings.addAccounts([account], ['a'], 'input');
    findings.addAccounts([{ ...account }], ['b'], 'output');
    expect(findings.list().map(({ position, before, after }) => [position, before, after])).toEqual([
      ['x.id', 'string', 'number'],
      ['x.id', 'number', 'string'],
    ]);
  });
});
