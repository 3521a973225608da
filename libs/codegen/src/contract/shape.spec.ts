import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contractArbitrary } from '../testing/contract-arbitrary.js';
import { editedContractArbitrary } from '../testing/edit-contract.js';
import { canonicalLine } from './canonical.js';
import type { Contract, ProcedureContract } from './contract.js';
import { keepUnchanged } from './keep-unchanged.js';
import { normalForm } from './normal-form.js';
import { namesReachedBy } from './reach.js';
import { hashOf, shapeOf, shapesOf, shareDigests } from './shape.js';
import type { TypeNode } from './type-node.js';

const place: ProcedureContract = {
  kind: 'mutation',
  input: {
    kind: 'object',
    properties: [
      { name: 'item', type: { kind: 'reference', name: 'Item' } },
      { name: 'count', type: { kind: 'number', minimum: 1 } },
    ],
  },
  output: { kind: 'union', of: [{ kind: 'string' }, { kind: 'null' }] },
  source: { input: 'both', output: 'compiler' },
};
const list: ProcedureContract = {
  kind: 'query',
  input: { kind: 'void' },
  output: { kind: 'array', items: { kind: 'string' } },
  source: { input: 'schema', output: 'schema' },
};

function contractWith(procedure: ProcedureContract, item: TypeNode = { kind: 'string' }): Contract {
  return { trunkline: 1, transformer: 'none', procedures: { 'orders.place': procedure, list }, types: { Item: item } };
}

const contract = contractWith(place);

describe('shapeOf', () => {
  it('is five characters of base64url', () => {
    expect(shapeOf(contract, 'orders.place')).toMatch(/^[\w-]{5}$/u);
  });

  it.each<[string, Contract]>([
    ['a comment', contractWith({ ...place, doc: 'Orders it.', input: { ...place.input, doc: 'What to order.' } })],
    ['where it was read', contractWith({ ...place, source: { input: 'schema', output: 'schema' } })],
    ['its meta', contractWith({ ...place, meta: { auth: true } })],
    ['a default', contractWith({ ...place, input: { ...place.input, default: {} } })],
    [
      'the order of a union',
      contractWith({ ...place, output: { kind: 'union', of: [{ kind: 'null' }, { kind: 'string' }] } }),
    ],
    ['a comment at a named type', contractWith(place, { kind: 'string', doc: 'An item.' })],
  ])('does not change with %s', (_what, changed) => {
    expect(shapeOf(changed, 'orders.place')).toBe(shapeOf(contract, 'orders.place'));
    expect(hashOf(changed)).toBe(hashOf(contract));
  });

  it.each<[string, Contract]>([
    ['its kind', contractWith({ ...place, kind: 'query' })],
    ['its output', contractWith({ ...place, output: { kind: 'string' } })],
    ['a named type it reaches', contractWith(place, { kind: 'number' })],
    ['the transformer', { ...contract, transformer: 'superjson' }],
  ])('changes with %s', (_what, changed) => {
    expect(shapeOf(changed, 'orders.place')).not.toBe(shapeOf(contract, 'orders.place'));
    expect(hashOf(changed)).not.toBe(hashOf(contract));
  });

  it('stays for a procedure that does not reach what changed', () => {
    expect(shapeOf(contractWith(place, { kind: 'number' }), 'list')).toBe(shapeOf(contract, 'list'));
  });

  it('ends at types that reach themselves', () => {
    const chain: TypeNode = {
      kind: 'object',
      properties: [{ name: 'next', type: { kind: 'reference', name: 'Item' }, optional: true }],
    };
    expect(shapeOf(contractWith(place, chain), 'orders.place')).not.toBe(shapeOf(contract, 'orders.place'));
  });

  it('refuses a path that is not in the contract, also one that objects have by nature', () => {
    expect(() => shapeOf(contract, 'orders')).toThrow('The contract has no procedure "orders".');
    expect(() => shapeOf(contract, 'toString')).toThrow(RangeError);
  });
});

describe('shapesOf', () => {
  it('has every procedure, sorted by path', () => {
    expect(Object.keys(shapesOf(contract))).toEqual(['list', 'orders.place']);
    expect(shapesOf(contract)['list']).toBe(shapeOf(contract, 'list'));
  });

  it('tells procedures apart exactly where their kind, their types or what these reach is not written alike', () => {
    fc.assert(
      fc.property(contractArbitrary, contractArbitrary, ({ types }, { procedures }) => {
        const own: Contract = { ...contract, types, procedures };
        const forms = Object.entries(procedures).map(([path, procedure]) => ({
          shape: shapeOf(own, path),
          text: describeInFull(procedure, types),
        }));
        expect(new Set(forms.map(({ shape }) => shape)).size).toBe(new Set(forms.map(({ text }) => text)).size);
      }),
    );
  });

  it('changes with a type exactly for the procedures that reach it', () => {
    fc.assert(
      fc.property(contractArbitrary, fc.constantFrom('A', 'B', 'C'), (before, name) => {
        const types = { ...before.types, [name]: { kind: 'brand', name: 'Other', of: { kind: 'never' } } as const };
        const after: Contract = { ...before, types };
        for (const [path, { input, output }] of Object.entries(before.procedures)) {
          const isReached = namesReachedBy([input, output], before.types).includes(name);
          expect(shapeOf(after, path) !== shapeOf(before, path)).toBe(isReached);
        }
      }),
    );
  });

  it('takes time with the size of the contract, not with how much of it each procedure reaches', () => {
    const large = chainOf(5000);
    expect(Object.keys(shapesOf(large))).toHaveLength(5000);
    expect(hashOf(large)).not.toBe(hashOf({ ...large, types: { ...large.types, T4999: { kind: 'null' } } }));
  });
});

/** Procedures that each reach every type, since the types lead around in a circle. */
function chainOf(count: number): Contract {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const next = (index: number): TypeNode => ({
    kind: 'object',
    properties: [{ name: 'next', type: { kind: 'reference', name: `T${(index + 1) % count}` } }],
  });
  return {
    ...contract,
    procedures: Object.fromEntries(indexes.map((index) => [`p${index}`, { ...list, output: next(index) }])),
    types: Object.fromEntries(indexes.map((index) => [`T${index}`, next(index)])),
  };
}

function describeInFull({ kind, input, output }: ProcedureContract, types: Contract['types']): string {
  const reached = namesReachedBy([input, output], types).map((name) => normalForm(types[name] ?? { kind: 'never' }));
  return canonicalLine([kind, normalForm(input), normalForm(output), reached]);
}

describe('shareDigests', () => {
  it('changes nothing of what is worked out', () => {
    fc.assert(
      fc.property(editedContractArbitrary(3), ({ before, after }) => {
        const kept = keepUnchanged(before, structuredClone(after));
        shareDigests(before, kept);
        expect([hashOf(kept), shapesOf(kept)]).toEqual([hashOf(after), shapesOf(after)]);
      }),
    );
  });

  it('takes over nothing where values travel in another way', () => {
    const other: Contract = { ...contract, transformer: 'superjson' };
    shareDigests(contract, other);
    expect(shapeOf(other, 'list')).not.toBe(shapeOf(contract, 'list'));
  });
});
