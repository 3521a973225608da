import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Contract } from '../contract/contract.js';
import { hashOf, shapeOf } from '../contract/shape.js';
import type { TypeNode } from '../contract/type-node.js';
import { contractArbitrary } from '../testing/contract-arbitrary.js';
import { editedContractArbitrary } from '../testing/edit-contract.js';
import {
  type Compatibility,
  MAX_SHAPES_PER_PROCEDURE,
  nextCompatibility,
  printCompatibility,
} from './compatibility.js';
import { contract, gives, number, object, reference, text } from './contract-builder.spec-support.js';
import { findBreaking } from './find-breaking.js';

/** What is served after each contract has followed the one before it. */
const follow = (...contracts: readonly Contract[]): Compatibility => {
  let compatibility = nextCompatibility(undefined, undefined, contracts[0] ?? contract({}));
  contracts.slice(1).forEach((after, index) => {
    compatibility = nextCompatibility(compatibility, contracts[index], after);
  });
  return compatibility;
};

const one = gives(object({ a: text }));
const two = gives(object({ a: text, b: text }));
const three = gives(object({ a: text, b: text, c: text }));
const broken = gives(object({ a: number }));
const shape = (some: Contract, path = 'p') => shapeOf(some, path);

describe('nextCompatibility', () => {
  it('begins with the shape of each procedure', () => {
    expect(follow(one)).toEqual({ trunkline: 1, contract: hashOf(one), procedures: { p: [shape(one)] } });
  });

  it('goes on serving older shapes as long as nothing breaks', () => {
    expect(follow(one, two, three).procedures).toEqual({ p: [shape(three), shape(two), shape(one)] });
  });

  it('begins anew where something surely breaks', () => {
    expect(follow(one, two, broken).procedures).toEqual({ p: [shape(broken)] });
  });

  it('breaks one procedure alone', () => {
    const before = contract({ p: { output: object({ a: text }) }, q: { output: object({ a: text }) } });
    const after = contract({ p: { output: object({ a: number }) }, q: { output: object({ a: text, b: text }) } });
    expect(follow(before, after).procedures).toEqual({
      p: [shape(after, 'p')],
      q: [shape(after, 'q'), shape(before, 'q')],
    });
  });

  it('forgets a procedure that was removed', () => {
    expect(follow(one, contract({}), one).procedures).toEqual({ p: [shape(one)] });
  });

  it('lists a shape that comes back once, as the first', () => {
    const wide = gives(object({ 'a?': text }));
    expect(follow(wide, one).procedures).toEqual({ p: [shape(one), shape(wide)] });
    const described: Contract = { ...one, procedures: { p: { ...one.procedures['p'], doc: 'Words.' } as never } };
    expect(follow(one, described).procedures).toEqual({ p: [shape(one)] });
  });

  it('trusts nothing of a record that is of another contract than the one before', () => {
    expect(nextCompatibility(follow(broken), one, two).procedures).toEqual({ p: [shape(two), shape(one)] });
  });

  it('keeps but the newest shapes', () => {
    const names = Array.from({ length: MAX_SHAPES_PER_PROCEDURE + 5 }, (_, index) => `n${index}`);
    const contracts = names.map((_, index) =>
      gives(object(Object.fromEntries(names.slice(0, index + 1).map((name) => [name, text])))),
    );
    const shapes = contracts.map((some) => shape(some)).toReversed();
    expect(follow(...contracts).procedures['p']).toEqual(shapes.slice(0, MAX_SHAPES_PER_PROCEDURE));
  });

  it('changes nothing when it is run again', () => {
    fc.assert(
      fc.property(editedContractArbitrary(2), ({ before, after }) => {
        const compatibility = follow(before, after);
        expect(nextCompatibility(compatibility, after, after)).toEqual(compatibility);
      }),
      { numRuns: 150 },
    );
  });

  it('serves the same whatever the order in which procedures changed', () => {
    fc.assert(
      fc.property(editedContractArbitrary(2), editedContractArbitrary(2), (left, right) => {
        const join = (first: Contract, second: Contract) => joinContracts(first, second);
        const start = join(left.before, right.before);
        const end = join(left.after, right.after);
        const leftFirst = follow(start, join(left.after, right.before), end);
        const rightFirst = follow(start, join(left.before, right.after), end);
        expect(leftFirst).toEqual(rightFirst);
      }),
      { numRuns: 150 },
    );
  });

  it('compares but what has another shape, which is enough', () => {
    fc.assert(
      fc.property(editedContractArbitrary(2), ({ before, after }) => {
        const sure = findBreaking(before, after).filter(
          (each) => each.category === 'wire' && each.level === 'breaking',
        );
        const broken = new Set(sure.flatMap((finding) => finding.procedures));
        const { procedures } = follow(before, after);
        for (const [path, shapes] of Object.entries(procedures)) {
          if (Object.hasOwn(before.procedures, path)) {
            const isServed = shapes.includes(shape(before, path));
            expect(isServed).toBe(!broken.has(path));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('begins anew where the data of errors is no longer what it was, also behind a name', () => {
    const types = (value: TypeNode) => ({ Data: object({ value }) });
    const failing = (before: Contract, value: TypeNode): Contract => ({
      ...before,
      types: types(value),
      errorData: reference('Data'),
    });
    expect(follow(failing(one, text), failing(two, text)).procedures['p']).toHaveLength(2);
    expect(follow(failing(one, text), failing(two, number)).procedures['p']).toHaveLength(1);
  });

  it('always serves the contract as it is', () => {
    fc.assert(
      fc.property(contractArbitrary, contractArbitrary, (before, after) => {
        const { procedures } = follow(before, after);
        expect(Object.entries(procedures).map(([path, shapes]) => shapes[0] === shapeOf(after, path))).not.toContain(
          false,
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('printCompatibility', () => {
  it('prints a line for each procedure, sorted', () => {
    const compatibility: Compatibility = { trunkline: 1, contract: 'hash', procedures: { b: ['x'], a: ['y', 'z'] } };
    const printed = printCompatibility(compatibility);
    expect(printed).toBe(
      '{\n  "trunkline": 1,\n  "contract": "hash",\n  "procedures": {\n    "a": ["y", "z"],\n    "b": ["x"]\n  }\n}\n',
    );
    expect(JSON.parse(printed)).toEqual(compatibility);
    expect(JSON.parse(printCompatibility({ ...compatibility, procedures: {} })).procedures).toEqual({});
  });
});

/** One contract with the procedures of two, each with types of its own. */
function joinContracts(left: Contract, right: Contract): Contract {
  const rename = (some: Contract, side: string): Contract =>
    JSON.parse(
      JSON.stringify(some).replaceAll(/"kind":"reference","name":"(\w+)"/g, `"kind":"reference","name":"${side}$1"`),
    ) as Contract;
  const prefix = <T>(record: Readonly<Record<string, T>>, side: string): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [`${side}${name}`, value]));
  const [one, other] = [rename(left, 'l'), rename(right, 'r')];
  return {
    trunkline: 1,
    transformer: 'superjson',
    procedures: { ...prefix(one.procedures, 'l'), ...prefix(other.procedures, 'r') },
    types: { ...prefix(one.types, 'l'), ...prefix(other.types, 'r') },
  };
}
