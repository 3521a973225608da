import { cpus } from 'node:os';
import { codegenScenarios } from './codegen/catalogue.js';
import { runCodegen } from './codegen/run-codegen.js';
import type { BenchOptions } from './command-line.js';
import { buildProcesses } from './processes/build-processes.js';
import { installCompetitors } from './processes/install-competitors.js';
import type { Results, ScenarioResults } from './report/results.js';
import { runScenario } from './run-scenario.js';
import { scenarios } from './scenarios/catalogue.js';
import { fullScale, quickScale } from './scenarios/scale.js';
import type { Scenario } from './scenarios/scenario.js';
import { listCases, variants } from './variants/catalogue.js';

/** Runs what was asked for. The processes it starts are gone when it settles. */
export async function runBench(
  benchRoot: string,
  options: BenchOptions,
  report: (progress: string) => void,
): Promise<Results> {
  const isAsked = ({ name }: { readonly name: string }) => options.only?.includes(name) ?? true;
  const ofVariants = await runVariants(scenarios.filter(isAsked), benchRoot, options, report);
  const ofCodegen = await runCodegen(codegenScenarios.filter(isAsked), benchRoot, options, report);
  return { machine: describeMachine(), scenarios: [...ofVariants, ...ofCodegen] };
}

async function runVariants(
  asked: readonly Scenario[],
  benchRoot: string,
  options: BenchOptions,
  report: (progress: string) => void,
): Promise<readonly ScenarioResults[]> {
  if (asked.length === 0) return [];
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
    for (const scenario of asked) results.push(await runScenario(scenario, cases, settings));
    return results;
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
