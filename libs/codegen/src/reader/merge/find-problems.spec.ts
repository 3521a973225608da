import { describe, expect, it } from '@jest/globals';
import type { Contract } from '../../contract/contract.js';
import type { TypeNode } from '../../contract/type-node.js';
import { describeProblem, findProblems } from './find-problems.js';

function contractOf(output: TypeNode, types: Contract['types'] = {}): Contract {
  const source = { input: 'none', output: 'compiler' } as const;
  return {
    trunkline: 1,
    transformer: 'superjson',
    procedures: { list: { kind: 'query', input: { kind: 'void' }, output, source } },
    types,
  };
}

describe('findProblems', () => {
  it('names procedure, place and reason of every hole', () => {
    const hole: TypeNode = { kind: 'hole', reason: 'a function cannot travel' };
    const problems = findProblems(
      contractOf({
        kind: 'array',
        items: { kind: 'object', properties: [{ name: 'pair', type: { kind: 'tuple', items: [{ type: hole }] } }] },
      }),
    );
    expect(problems.map(describeProblem)).toEqual(['"list", output[].pair[0]: a function cannot travel.']);
  });

  it('looks behind names once, also where they reach themselves', () => {
    const node: TypeNode = {
      kind: 'object',
      properties: [
        { name: 'next', type: { kind: 'reference', name: 'Node' } },
        { name: 'value', type: { kind: 'hole', reason: 'no type' } },
      ],
    };
    expect(findProblems(contractOf({ kind: 'reference', name: 'Node' }, { Node: node }))).toEqual([
      { path: 'list', position: 'output.value', reason: 'no type' },
    ]);
  });

  it('finds none where there is none', () => {
    expect(findProblems(contractOf({ kind: 'string' }))).toEqual([]);
  });
});
