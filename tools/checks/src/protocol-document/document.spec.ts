import { describe, expect, it } from '@jest/globals';
import { readMethods, readTable } from './document.js';

const document = [
  '| code | name | meaning |',
  '| --- | --- | --- |',
  '| 1000 | `normal` | Nothing `more`. |',
  '',
  'Text with `rpc.next` and "rpc.next", and any `rpc.*`.',
  '| other | name |',
  '| --- | --- |',
  '| a | b |',
].join('\n');

describe('readTable', () => {
  it('reads the rows of the table with these headers, and of no other', () => {
    expect(readTable(document, 'code', 'name')).toEqual([{ cells: ['1000', 'normal', 'Nothing `more`.'], line: 3 }]);
  });
});

describe('readMethods', () => {
  it('names each method once, where it first stands', () => {
    expect(readMethods(document)).toEqual([{ cells: ['rpc.next'], line: 5 }]);
  });
});
