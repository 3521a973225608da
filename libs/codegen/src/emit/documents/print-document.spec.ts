import { describe, expect, it } from '@jest/globals';
import { sampleContract } from '../../testing/sample-contract.js';
import { printDocument, sortedProcedures } from './print-document.js';

describe('printDocument', () => {
  it('keeps the order of members and ends in a newline', () => {
    expect(printDocument('a.json', { b: 1, a: [2] }).text).toBe('{\n  "b": 1,\n  "a": [\n    2\n  ]\n}\n');
  });
});

describe('sortedProcedures', () => {
  it('sorts by path', () => {
    const paths = sortedProcedures(sampleContract).map(([path]) => path);
    expect(paths).toEqual(Object.keys(sampleContract.procedures).toSorted());
  });
});
