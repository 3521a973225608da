import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { editedContractArbitrary } from '../testing/edit-contract.js';
import type { Contract, ProcedureContract } from './contract.js';
import { keepUnchanged } from './keep-unchanged.js';
import { namesReachedBy } from './reach.js';
import type { TypeNode } from './type-node.js';

const source = { input: 'both', output: 'both' } as const;
const gives = (output: TypeNode): ProcedureContract => ({ kind: 'query', input: { kind: 'void' }, output, source });
const to = (name: string): TypeNode => ({ kind: 'reference', name });
const contractOf = (types: Contract['types']): Contract => ({
  trunkline: 1,
  transformer: 'none',
  procedures: { a: gives(to('A')), b: gives(to('B')), c: gives({ kind: 'string' }) },
  types,
});

describe('keepUnchanged', () => {
  it('keeps what is as it was', () => {
    const before = contractOf({ A: { kind: 'string' }, B: { kind: 'number' } });
    const next = structuredClone({ ...before, types: { ...before.types, B: { kind: 'bigint' as const } } });
    const kept = keepUnchanged(before, next);
    expect(kept).toEqual(next);
    expect(kept.procedures['a']).toBe(before.procedures['a']);
    expect(kept.types['A']).toBe(before.types['A']);
    expect(kept.types['B']).toBe(next.types['B']);
  });

  it('keeps nothing that reaches a change, in circles too', () => {
    const circle = (value: TypeNode): Contract['types'] => ({
      A: { kind: 'array', items: to('B') },
      B: {
        kind: 'object',
        properties: [
          { name: 'a', type: to('A') },
          { name: 'value', type: value },
        ],
      },
    });
    const before = contractOf(circle({ kind: 'string' }));
    const next = structuredClone(contractOf(circle({ kind: 'number' })));
    const kept = keepUnchanged(before, next);
    expect(['a', 'b', 'c'].map((path) => kept.procedures[path] === before.procedures[path])).toEqual([
      false,
      false,
      true,
    ]);
    expect(kept.types['A']).toBe(next.types['A']);
  });

  it('says what the next contract says, and keeps only objects of which everything that they reach was kept', () => {
    fc.assert(
      fc.property(editedContractArbitrary(3), ({ before, after }) => {
        const next = structuredClone(after);
        const kept = keepUnchanged(before, next);
        expect(kept).toEqual(next);
        for (const [path, procedure] of Object.entries(kept.procedures)) {
          if (procedure !== before.procedures[path]) continue;
          const reached = namesReachedBy([procedure.input, procedure.output], kept.types);
          expect(reached.every((name) => kept.types[name] === before.types[name])).toBe(true);
        }
      }),
    );
  });
});
