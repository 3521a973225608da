import { describe, expect, it } from '@jest/globals';
import { sampleContract } from '../../testing/sample-contract.js';
import { nameIn, planTypescript } from './typescript-plan.js';

describe('planTypescript', () => {
  it('names what is in a contract, and says what is not in it', () => {
    const { scope, tree } = planTypescript(sampleContract, { packageName: 'x', brands: 'strip' });
    expect(scope).toMatchObject({ brands: 'strip', enums: 'const' });
    expect(scope.nameOf('Map')).toBe('Map2');
    expect([...tree.namespaces.keys()]).toEqual(['admin', 'odd-names', 'orders']);
    expect(() => scope.nameOf('Nobody')).toThrow('The contract has nothing called "Nobody", which it refers to.');
  });
});

describe('nameIn', () => {
  it('takes what is there', () => {
    expect(nameIn(new Map([['a', 1]]), 'a')).toBe(1);
    expect(() => nameIn(new Map(), 'a')).toThrow(RangeError);
  });
});
