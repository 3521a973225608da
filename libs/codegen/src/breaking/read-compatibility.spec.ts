import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contractArbitrary } from '../testing/contract-arbitrary.js';
import { nextCompatibility, printCompatibility } from './compatibility.js';
import { readCompatibility } from './read-compatibility.js';

const hash = 'AbCdEfGhIjKlMnOpQrStU_';

describe('readCompatibility', () => {
  it('reads what is printed', () => {
    fc.assert(
      fc.property(contractArbitrary, (contract) => {
        const compatibility = nextCompatibility(undefined, undefined, contract);
        expect(readCompatibility(printCompatibility(compatibility), 'a file')).toEqual(compatibility);
      }),
    );
  });

  it.each([
    ['{', 'api/compatibility.json is no JSON'],
    ['null', 'api/compatibility.json is no list of compatible shapes'],
    ['{"trunkline":2}', 'at trunkline'],
    [`{"trunkline":1,"contract":"short","procedures":{}}`, 'at contract'],
    [`{"trunkline":1,"contract":"${hash}","procedures":{"orders.byId":[]}}`, 'at procedures.orders.byId'],
    [`{"trunkline":1,"contract":"${hash}","procedures":{"orders.byId":["abc"]}}`, 'at procedures.orders.byId.0'],
  ])('refuses %s', (text, message) => {
    expect(() => readCompatibility(text, 'api/compatibility.json')).toThrow(message);
  });
});
