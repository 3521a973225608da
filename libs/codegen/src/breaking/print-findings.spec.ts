import { describe, expect, it } from '@jest/globals';
import type { Finding } from './finding.js';
import { printFindings } from './print-findings.js';

const finding: Finding = {
  rule: 'TYPE_CHANGED',
  level: 'breaking',
  category: 'wire',
  procedures: ['orders.byId', 'orders.list'],
  type: 'Order',
  position: 'Order.total',
  before: 'string (/^\\d%$/)',
  after: 'number',
  message: 'A value is of another type.',
};
const removed: Finding = {
  rule: 'PROCEDURE_ADDED',
  level: 'info',
  category: 'source',
  procedures: ['a'],
  position: '',
  before: '',
  after: 'query',
  message: 'There is a new procedure.',
};

describe('printFindings', () => {
  it('prints for people what has changed, where, and what to do instead', () => {
    expect(printFindings([finding, removed], 'text')).toBe(
      [
        'breaking TYPE_CHANGED (wire): Order.total in orders.byId, orders.list',
        '  A value is of another type.',
        '  was: string (/^\\d%$/), now: number',
        '  Instead: Add a property with the new type and keep the old one.',
        '',
        'info PROCEDURE_ADDED (source): a',
        '  There is a new procedure.',
        '  now: query',
        '',
      ].join('\n'),
    );
  });

  it('says so when there is nothing', () => {
    expect(printFindings([], 'text')).toBe('Nothing breaks.\n');
    expect(printFindings([], 'json')).toBe('[]\n');
    expect(printFindings([], 'github')).toBe('');
  });

  it('prints for programs the findings as they are', () => {
    expect(JSON.parse(printFindings([finding], 'json'))).toEqual([finding]);
  });

  it('prints one command a line for GitHub, with what would end it escaped', () => {
    const text = printFindings([{ ...finding, after: '"a\nb"' }, removed], 'github', 'libs/a,b:c/contract.json');
    expect(text.split('\n')).toEqual([
      '::error file=libs/a%2Cb%3Ac/contract.json,title=TYPE_CHANGED::Order.total in orders.byId, orders.list: A value is of another type. (was: string (/^\\d%25$/), now: "a%0Ab")',
      '::notice file=libs/a%2Cb%3Ac/contract.json,title=PROCEDURE_ADDED::a: There is a new procedure. (now: query)',
      '',
    ]);
  });

  it('prints what is risky as a warning', () => {
    expect(printFindings([{ ...finding, level: 'risky' }], 'github')).toMatch(/^::warning file=contract\.json,/);
  });
});
