import { describe, expect, it } from '@jest/globals';
import type { Case } from '../variants/variant.js';
import { replaceTables } from './document.js';
import type { Results } from './results.js';
import { formatNumber, renderTables, type TableScenario } from './table.js';

const create = (name: string, superjson = false): Case => ({
  superjson,
  variant: {
    name,
    title: `the ${name}`,
    server: name,
    client: name,
    hasTransformer: true,
    transport: 'websocket',
    isCompetitor: false,
  },
});
const scenario: TableScenario = {
  name: 'calls',
  title: 'Calls',
  metrics: [{ name: 'cpu', title: 'CPU per call', unit: 'µs' }],
};
const results: Results = {
  machine: { node: '20', cpu: 'a', cpuCount: 2, platform: 'linux x64' },
  scenarios: [
    {
      name: 'calls',
      rows: [
        { case: 'ours+superjson', values: { cpu: [6, 5, 7] } },
        { case: 'ws', values: { cpu: [8, 10, 12] } },
        { case: 'ours', values: {} },
      ],
      problems: [{ case: 'theirs', message: 'It broke.\n    at line 1' }],
    },
  ],
};

describe('renderTables', () => {
  it('shows medians, ratios to the first case, what is missing and what went wrong', () => {
    const cases = [create('ws'), create('ours'), create('ours', true), create('theirs')];
    expect(renderTables(results, [scenario, { ...scenario, name: 'not run' }], cases)).toBe(
      [
        '### Calls',
        '',
        '| | CPU per call, µs |',
        '|---|---:|',
        '| the ws | 10 |',
        '| the ours | – |',
        '| the ours, superjson | 6 (0.58 ×) |',
        '',
        '- theirs: It broke.',
      ].join('\n'),
    );
  });
});

describe('formatNumber', () => {
  it.each([
    [0.03412, '0.034'],
    [0, '0'],
    [6.4444, '6.44'],
    [12.345, '12.3'],
    [123.456, '123'],
    [10_000, '10,000'],
  ])('says no more than is known of %d', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });
});

describe('replaceTables', () => {
  const document = [
    'Before.',
    '<!-- The tables below are written by `npm run bench`. -->',
    'old',
    '<!-- The end of the tables. -->',
    'After.',
  ].join('\n');

  it('replaces what is between the markers, and nothing else', () => {
    const replaced = replaceTables(document, 'new');
    expect(replaced).toBe(document.replace('\nold\n', '\n\nnew\n\n'));
    expect(replaceTables(replaced, 'new')).toBe(replaced);
  });

  it('refuses a document without them', () => {
    expect(() => replaceTables('Text.', 'new')).toThrow('no lines "<!-- The tables below');
  });
});
