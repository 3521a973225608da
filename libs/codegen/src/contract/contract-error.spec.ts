import { describe, expect, it } from '@jest/globals';
import { ContractError } from './contract-error.js';

describe('ContractError', () => {
  it('is told from other errors by its class and its name', () => {
    const error = new ContractError('a.json is no contract.');
    expect(error).toBeInstanceOf(ContractError);
    expect(String(error)).toBe('ContractError: a.json is no contract.');
  });
});
