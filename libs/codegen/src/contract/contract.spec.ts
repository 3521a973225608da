import { describe, expect, it } from '@jest/globals';
import { CONTRACT_FORMAT } from './contract.js';
import { readContract } from './read-contract.js';

const textOf = (trunkline: number): string =>
  JSON.stringify({ trunkline, transformer: 'none', procedures: {}, types: {} });

describe('CONTRACT_FORMAT', () => {
  it('is the one version that is read', () => {
    expect(readContract(textOf(CONTRACT_FORMAT), 'a file').trunkline).toBe(CONTRACT_FORMAT);
    expect(() => readContract(textOf(CONTRACT_FORMAT + 1), 'a file')).toThrow(`of format ${CONTRACT_FORMAT + 1}`);
  });
});
