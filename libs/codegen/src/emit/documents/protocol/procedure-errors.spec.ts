import { describe, expect, it } from '@jest/globals';
import { procedureErrors } from './procedure-errors.js';
import { procedureOf } from './wire.spec-support.js';

const keys = (...parameters: Parameters<typeof procedureErrors>): readonly string[] =>
  procedureErrors(...parameters).map(({ key }) => key);

describe('procedureErrors', () => {
  it('puts declared errors first, sorted, and says none twice', () => {
    const procedure = procedureOf('query', { errors: { TIMEOUT: 'It is slow.', NOT_FOUND: 'It is gone.' } });
    expect(keys(procedure).slice(0, 2)).toEqual(['NOT_FOUND', 'TIMEOUT']);
    expect(keys(procedure).filter((key) => key === 'TIMEOUT')).toHaveLength(1);
  });

  it('knows what only a mutation or a subscription meets', () => {
    expect(keys(procedureOf('mutation'))).toEqual(expect.arrayContaining(['OUTCOME_UNKNOWN', 'KEY_REUSED']));
    expect(keys(procedureOf('subscription'))).toContain('CONSUMER_TOO_SLOW');
    expect(keys(procedureOf('query'))).not.toContain('KEY_REUSED');
  });

  it('gives a refused input the number that JSON-RPC has for it, and a procedure without input no such error', () => {
    expect(procedureErrors(procedureOf('query')).find(({ key }) => key === 'BAD_REQUEST')?.number).toBe(-32602);
    expect(keys(procedureOf('query', { input: { kind: 'void' } }))).not.toContain('BAD_REQUEST');
  });

  it('gives a code of which the protocol does not know no number', () => {
    expect(procedureErrors(procedureOf('query', { errors: { OUT_OF_STOCK: 'It is gone.' } }))[0]).toEqual({
      key: 'OUT_OF_STOCK',
      number: undefined,
      meaning: 'It is gone.',
      isDeclared: true,
    });
  });
});
