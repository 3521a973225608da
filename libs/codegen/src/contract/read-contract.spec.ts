import { describe, expect, it } from '@jest/globals';
import { printContract } from './canonical.js';
import type { Contract } from './contract.js';
import { readContract } from './read-contract.js';

const contract: Contract = {
  trunkline: 1,
  transformer: 'superjson',
  procedures: {
    list: {
      kind: 'query',
      input: {
        kind: 'object',
        properties: [{ name: 'limit', type: { kind: 'number', maximum: 100 }, optional: true }],
      },
      output: { kind: 'array', items: { kind: 'reference', name: 'Host' } },
      source: { input: 'schema', output: 'compiler' },
    },
  },
  types: { Host: { kind: 'object', properties: [{ name: 'seenAt', type: { kind: 'builtin', name: 'Date' } }] } },
};

describe('readContract', () => {
  it('reads what was printed', () => {
    expect(readContract(printContract(contract), 'contract.json')).toEqual(contract);
  });

  it.each([
    ['{', /^contract\.json is no JSON: /u],
    ['[]', /^contract\.json is no contract: it has no member "trunkline"/u],
    ['{ "trunkline": 2 }', /^contract\.json is a contract of format 2; this version reads 1\. Generate it again/u],
    [
      '{ "trunkline": 1, "transformer": "yaml", "procedures": {}, "types": {} }',
      /^contract\.json is no contract: at transformer: /u,
    ],
    [
      '{ "trunkline": 1, "transformer": "none", "procedures": { "list": { "kind": "query" } }, "types": {} }',
      /at procedures\.list\.input: .*at procedures\.list\.output: /u,
    ],
  ])('says of %s what is wrong and where', (text, message) => {
    expect(() => readContract(text, 'contract.json')).toThrow(message);
  });

  it('refuses a contract that points to a type it does not have', () => {
    expect(() => readContract(printContract({ ...contract, types: {} }), 'old.json')).toThrow(
      'old.json refers to the type "Host" and does not have it.',
    );
  });
});
