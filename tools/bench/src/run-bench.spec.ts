import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parseCommandLine } from './command-line.js';
import type { Results } from './report/results.js';
import { tableScenarios } from './report/table-scenarios.js';
import { runBench } from './run-bench.js';
import { variants } from './variants/catalogue.js';

const benchRoot = fileURLToPath(new URL('..', import.meta.url));
const names = {
  scenarios: tableScenarios.map(({ name }) => name),
  variants: variants.map(({ name }) => name),
};

function run(...args: string[]): Promise<Results> {
  const options = parseCommandLine(['--quick', '--rounds', '1', ...args], names);
  return runBench(benchRoot, options, () => undefined);
}

describe('runBench', () => {
  it('measures every scenario', async () => {
    const results = await run('--variants', 'trunkline');
    expect(results.scenarios.map(({ name }) => name)).toEqual(names.scenarios);
    for (const { problems, rows } of results.scenarios) {
      expect(problems).toEqual([]);
      expect(rows.length).toBeGreaterThan(0);
      for (const { values } of rows) {
        for (const round of Object.values(values)) expect(round).toEqual([expect.any(Number)]);
      }
    }
  }, 240_000);

  it('measures every variant that needs no installation', async () => {
    const { scenarios: measured } = await run('--only', 'wire');
    expect(measured[0]?.problems).toEqual([]);
    expect(measured[0]?.rows.map((row) => row.case)).toEqual(
      variants
        .filter(({ isCompetitor, onlyIn }) => !isCompetitor && onlyIn === undefined)
        .flatMap(({ name, hasTransformer }) => (hasTransformer ? [name, `${name}+superjson`] : [name])),
    );
  }, 60_000);
});
