import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parseCommandLine } from './command-line.js';
import { runBench } from './run-bench.js';
import { scenarios } from './scenarios/catalogue.js';
import { variants } from './variants/catalogue.js';

const benchRoot = fileURLToPath(new URL('..', import.meta.url));
const names = {
  scenarios: scenarios.map(({ name }) => name),
  variants: variants.map(({ name }) => name),
};

describe('runBench', () => {
  it('measures every scenario with every variant that is installed', async () => {
    const options = parseCommandLine(['--quick', '--rounds', '1'], names);
    const results = await runBench(benchRoot, options, () => undefined);
    expect(results.scenarios.map(({ name }) => name)).toEqual(names.scenarios);
    for (const { problems, rows } of results.scenarios) {
      expect(problems).toEqual([]);
      for (const { values } of rows)
        for (const round of Object.values(values)) expect(round).toEqual([expect.any(Number)]);
    }
  }, 240_000);
});
