import { describe, expect, it } from '@jest/globals';
import { object, reference, text } from '../contract-builder.spec-support.js';
import { IntersectionTable } from './intersection-table.js';

describe('IntersectionTable', () => {
  const [a, b] = [object({ a: text }), object({ b: text })];

  it('gives one node for one set, in whatever order it came together', () => {
    const table = new IntersectionTable();
    const both = table.join(a, b);
    expect(both).toEqual({ kind: 'intersection', of: [a, b] });
    expect(table.join(b, a)).toBe(both);
    expect(table.join(both, a)).toBe(both);
    expect(table.join(both, both)).toBe(both);
  });

  it('leaves alone what is joined with itself', () => {
    const table = new IntersectionTable();
    expect(table.join(a, a)).toBe(a);
    expect(table.join(reference('A'), reference('A'))).toEqual(reference('A'));
    expect(table.join(reference('A'), reference('B'))).toBe(table.join(reference('B'), reference('A')));
  });
});
