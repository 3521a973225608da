import { describe, expect, it } from '@jest/globals';
import { mergeResults, type Results } from './results.js';

const create = (node: string, ...names: string[]): Results => ({
  machine: { node, cpu: 'a', cpuCount: 2, platform: 'linux x64' },
  scenarios: names.map((name) => ({ name, rows: [{ case: node, values: {} }], problems: [] })),
});

describe('mergeResults', () => {
  it('takes the newer scenarios, keeps the others, and drops what no longer exists', () => {
    const merged = mergeResults(create('20', 'a', 'b', 'gone'), create('22', 'b', 'c'), ['a', 'b', 'c']);
    expect(merged.scenarios.map(({ name, rows }) => [name, rows[0]?.case])).toEqual([
      ['a', '20'],
      ['b', '22'],
      ['c', '22'],
    ]);
    expect(merged.machine.node).toBe('22');
  });
});
