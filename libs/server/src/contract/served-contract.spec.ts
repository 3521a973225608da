import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readServedContract } from './served-contract.js';

const compatibility = { trunkline: 1, contract: 'hash', procedures: { 'orders.add': ['bbbbbb', 'aaaaaa'], list: [] } };

describe('readServedContract', () => {
  it('serves the forms that are listed of a procedure, and no other', () => {
    const served = readServedContract({ compatibility });
    expect(served?.hash).toBe('hash');
    expect(['bbbbbb', 'aaaaaa', 'cccccc', ''].map((shape) => served?.serves('orders.add', shape))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it.each(['list', 'orders', 'toString', '__proto__'])('serves no form of %s, of which none is listed', (path) => {
    expect(readServedContract({ compatibility })?.serves(path, 'aaaaaa')).toBe(false);
  });

  it('has a document only where one is given', () => {
    const discover = { openrpc: '1.4.0', methods: [] };
    expect(readServedContract({ compatibility })?.document).toBeUndefined();
    expect(readServedContract({ compatibility, discover })?.document).toBe('{"openrpc":"1.4.0","methods":[]}');
    expect(readServedContract(undefined)).toBeUndefined();
  });

  it.each<[unknown, string]>([
    ['a.json', ' is "a.json"; it must be the object that compatibility.json of the generated client holds.'],
    [undefined, ' is undefined; it must be the object'],
    [{}, '.trunkline is undefined; it must be 1, the version of the format that this server reads.'],
    [{ ...compatibility, trunkline: 2 }, '.trunkline is 2; it must be 1'],
    [{ ...compatibility, contract: null }, '.contract is null; it must be the hash of the contract, a string.'],
    [{ ...compatibility, procedures: [] }, '.procedures is []; it must be an object of lists by path.'],
    [{ ...compatibility, procedures: { a: 'x' } }, '.procedures["a"] is "x"; it must be a list of strings.'],
    [{ ...compatibility, procedures: { a: [1] } }, '.procedures["a"] is [1]; it must be a list of strings.'],
  ])('refuses %j', (wrong, message) => {
    expect(() => readServedContract({ compatibility: wrong as never })).toThrow(
      `The option contract.compatibility${message}`,
    );
  });

  it('says of a long value only how it begins', () => {
    const wrong = { ...compatibility, procedures: { a: 'x'.repeat(1000) } };
    expect(() => readServedContract({ compatibility: wrong as never })).toThrow(/^.{50,200}$/);
  });

  it.each([[[]], [{ methods: [] }], [null]])('refuses the document %j', (discover) => {
    expect(() => readServedContract({ compatibility, discover: discover as never })).toThrow(
      'it must be an OpenRPC document, which has the member openrpc.',
    );
  });

  it('takes any value for a contract or refuses it with a TypeError', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (given, discover) => {
        try {
          readServedContract({ compatibility: given as never, discover: discover as never });
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(TypeError);
        }
      }),
    );
  });
});
