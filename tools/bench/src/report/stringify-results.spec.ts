import { describe, expect, it } from '@jest/globals';
import type { Results } from './results.js';
import { stringifyResults } from './stringify-results.js';

const results: Results = {
  machine: { node: '20', cpu: 'a [1, 2] b', cpuCount: 2, platform: 'linux x64' },
  scenarios: [{ name: 'calls', rows: [{ case: 'ws', values: { cpu: [1, 2.5, 1e-7], heap: [-3] } }], problems: [] }],
};

describe('stringifyResults', () => {
  it('puts the rounds of a metric on one line, and changes no value', () => {
    const text = stringifyResults(results);
    expect(text).toContain('"cpu": [1, 2.5, 1e-7],');
    expect(text).toContain('"heap": [-3]');
    expect(JSON.parse(text)).toEqual(results);
  });
});
