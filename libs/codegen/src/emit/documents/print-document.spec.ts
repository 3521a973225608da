import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '../../contract/json.js';
import { sampleContract } from '../../testing/sample-contract.js';
import { PrintMemory } from '../print-memory.js';
import { printDocument, sortedProcedures } from './print-document.js';

const json = fc.jsonValue({ maxDepth: 5 }).map((value): Json => JSON.parse(JSON.stringify(value)) as Json);
const sections = ['a', 'b.c'];

describe('printDocument', () => {
  it('keeps the order of members and ends in a newline', () => {
    const { text } = printDocument('a.json', { b: 1, a: [2] }, { sections: [], memory: new PrintMemory() });
    expect(text).toBe('{\n  "b": 1,\n  "a": [\n    2\n  ]\n}\n');
  });

  it('prints as JSON.stringify does, whatever it remembers', () => {
    const member = fc.oneof(json, fc.record({ x: json }));
    const document = fc.record({ a: member, b: fc.oneof(json, fc.record({ c: member, a: json })), c: json });
    fc.assert(
      fc.property(fc.array(document, { maxLength: 3 }), (documents) => {
        const memory = new PrintMemory();
        for (const value of [...documents, ...documents]) {
          const { text } = printDocument('a.json', value, { sections, memory });
          expect(text).toBe(`${JSON.stringify(value, null, 2)}\n`);
        }
      }),
    );
  });
});

describe('sortedProcedures', () => {
  it('sorts by path', () => {
    const paths = sortedProcedures(sampleContract).map(([path]) => path);
    expect(paths).toEqual(Object.keys(sampleContract.procedures).toSorted());
  });
});
