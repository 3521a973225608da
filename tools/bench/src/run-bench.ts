import { cpus } from 'node:os';
import type { BenchOptions } from './command-line.js';
import { buildProcesses } from './processes/build-processes.js';
import { installCompetitors } from './processes/install-competitors.js';
import type { Results, ScenarioResults } from './report/results.js';
import { runScenario } from './run-scenario.js';
import { scenarios } from './scenarios/catalogue.js';
import { fullScale, quickScale } from './scenarios/scale.js';
import { listCases, variants } from './variants/catalogue.js';

/** Runs what was asked for. The processes it starts are gone when it settles. */
export async function runBench(
  benchRoot: string,
  options: BenchOptions,
  report: (progress: string) => void,
): Promise<Results> {
  const [baseline] = variants;
  const chosen = variants.filter(
    (variant) =>
      variant === baseline || (options.variants?.includes(variant.name) ?? !(options.isQuick && variant.isCompetitor)),
  );
  if (chosen.some(({ isCompetitor }) => isCompetitor)) {
    report('installing what is compared with');
    installCompetitors(benchRoot);
  }
  report('compiling');
  const built = await buildProcesses(benchRoot, chosen);
  try {
    const settings = {
      built,
      scale: options.isQuick ? quickScale : fullScale,
      rounds: options.rounds,
      profileFolder: options.profileFolder,
      report,
    };
    const cases = listCases(chosen.map(({ name }) => name));
    const results: ScenarioResults[] = [];
    for (const scenario of scenarios) {
      if (options.only !== undefined && !options.only.includes(scenario.name)) continue;
      results.push(await runScenario(scenario, cases, settings));
    }
    return { machine: describeMachine(), scenarios: results };
  } finally {
    built.remove();
  }
}

function describeMachine(): Results['machine'] {
  const processors = cpus();
  return {
    node: process.versions.node,
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cpuCount: processors.length,
    platform: `${process.platform} ${process.arch}`,
  };
}
