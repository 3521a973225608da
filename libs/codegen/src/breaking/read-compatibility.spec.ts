import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ContractError } from '../contract/contract-error.js';
import { editedContractArbitrary } from '../testing/edit-contract.js';
import { type Compatibility, nextCompatibility, printCompatibility } from './compatibility.js';
import { readCompatibility } from './read-compatibility.js';

const base64url = (length: number) =>
  fc.string({ unit: fc.constantFrom('a', 'z', 'A', 'Z', '0', '9', '-', '_'), minLength: length, maxLength: length });

const compatibilityArbitrary: fc.Arbitrary<Compatibility> = fc.record({
  trunkline: fc.constant(1 as const),
  contract: base64url(22),
  procedures: fc.dictionary(
    fc.string().filter((path) => path !== '__proto__'),
    fc.array(base64url(5), { minLength: 1, maxLength: 4 }),
  ),
});

const hash = 'a'.repeat(22);
const textWith = (members: object) => JSON.stringify({ trunkline: 1, contract: hash, procedures: {}, ...members });
const read = (text: string) => () => readCompatibility(text, 'out/compatibility.json');

describe('readCompatibility', () => {
  it('reads whatever is printed', () => {
    fc.assert(
      fc.property(compatibilityArbitrary, (compatibility) => {
        expect(readCompatibility(printCompatibility(compatibility), 'x')).toEqual(compatibility);
      }),
    );
  });

  it('reads what is served of contracts that follow each other', () => {
    fc.assert(
      fc.property(editedContractArbitrary(2), ({ before, after }) => {
        const served = nextCompatibility(nextCompatibility(undefined, undefined, before), before, after);
        expect(readCompatibility(printCompatibility(served), 'x')).toEqual(served);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['what is no JSON', '{', 'out/compatibility.json is no JSON: '],
    [
      'what says no version',
      '{}',
      'out/compatibility.json is no list of compatible shapes: it has no member "trunkline" with the version of its format.',
    ],
    [
      'another version',
      textWith({ trunkline: 2 }),
      'is a list of compatible shapes of format 2; this version reads 1.',
    ],
    ['a hash that is none', textWith({ contract: 'abc' }), 'at contract: Expected the hash of a contract'],
    ['a shape that is none', textWith({ procedures: { a: ['12345', '1'] } }), 'at procedures.a.1: Expected a shape'],
    ['a procedure without a shape', textWith({ procedures: { a: [] } }), 'at procedures.a: '],
    ['a member that it does not know', textWith({ more: 1 }), 'more'],
  ])('refuses %s', (_what, text, message) => {
    expect(read(text)).toThrow(ContractError);
    expect(read(text)).toThrow(message);
  });
});
