import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { listComponents } from './components.js';

const list = (graph: Readonly<Record<string, readonly string[]>>) =>
  listComponents(Object.keys(graph), (name) => graph[name] ?? []).map((names) => names.toSorted());

describe('listComponents', () => {
  it('puts what is reached first', () => {
    expect(list({ a: ['b'], b: ['c'], c: [] })).toEqual([['c'], ['b'], ['a']]);
  });

  it('groups what reaches each other, and what reaches itself alone', () => {
    expect(list({ a: ['b'], b: ['c', 'd'], c: ['a', 'd'], d: ['d'] })).toEqual([['d'], ['a', 'b', 'c']]);
  });

  it('keeps groups apart that are left while others are open', () => {
    expect(list({ a: ['b', 'd'], b: ['c'], c: ['b'], d: ['a'] })).toEqual([
      ['b', 'c'],
      ['a', 'd'],
    ]);
  });

  it('has what is only a successor too', () => {
    expect(list({ a: ['b'] })).toEqual([['b'], ['a']]);
  });

  it('follows a chain of a hundred thousand', () => {
    const components = listComponents([0], (value) => (value < 100_000 ? [value + 1] : []));
    expect([components.length, components.at(-1)]).toEqual([100_001, [0]]);
  });

  it('groups two exactly where each reaches the other, and never reaches ahead', () => {
    const node = fc.nat({ max: 7 });
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 16 }), (edges) => {
        const successorsOf = (value: number) => edges.filter(([from]) => from === value).map(([, to]) => to);
        const nodes = [0, 1, 2, 3, 4, 5, 6, 7];
        const components = listComponents(nodes, successorsOf);
        expect(components.flat().toSorted((left, right) => left - right)).toEqual(nodes);
        const groupOf = (value: number) => components.findIndex((group) => group.includes(value));
        for (const from of nodes) {
          const reached = reachedFrom(from, successorsOf);
          for (const to of reached) {
            expect(groupOf(to)).toBeLessThanOrEqual(groupOf(from));
            expect(groupOf(to) === groupOf(from)).toBe(to === from || reachedFrom(to, successorsOf).has(from));
          }
        }
      }),
    );
  });
});

function reachedFrom(start: number, successorsOf: (value: number) => readonly number[]): ReadonlySet<number> {
  const reached = new Set<number>();
  const waiting = [...successorsOf(start)];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (reached.has(value)) continue;
    reached.add(value);
    waiting.push(...successorsOf(value));
  }
  return reached;
}
