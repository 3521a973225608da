import { describe, expect, it } from '@jest/globals';
import { ContractTeller } from './contract-teller.js';

const SERVER = { server: { name: 's', version: '1' }, limits: {}, features: [] };

describe('ContractTeller', () => {
  const create = (): ContractTeller => new ContractTeller({ hash: 'mine', shapes: { 'orders.add': 'aaaaaa' } });

  it('says the form of each procedure that it knows until the welcome, beside what else is said', () => {
    const teller = create();
    expect(teller.hash).toBe('mine');
    expect(teller.mark('orders.add', { deadlineMs: 5 })).toEqual({ deadlineMs: 5, shape: 'aaaaaa' });
    for (const path of ['orders.drop', 'toString']) expect(teller.mark(path, {})).toEqual({});
  });

  it.each<[string, object, boolean]>([
    ['names no contract', SERVER, false],
    ['names the same contract', { ...SERVER, contract: 'mine' }, false],
    ['names another contract', { ...SERVER, contract: 'other' }, true],
  ])('behind a welcome that %s', (_what, welcome, goesOn) => {
    const teller = create();
    teller.welcomed(welcome);
    expect('shape' in teller.mark('orders.add', {})).toBe(goesOn);
  });
});
