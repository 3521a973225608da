import type { BuiltProcesses } from './processes/build-processes.js';
import { Pair } from './processes/pair.js';
import type { ScenarioResults } from './report/results.js';
import { RowCollector } from './report/row-collector.js';
import type { Scale } from './scenarios/scale.js';
import type { Sample, Scenario } from './scenarios/scenario.js';
import { type Case, nameOf } from './variants/variant.js';

export interface RunSettings {
  readonly built: BuiltProcesses;
  readonly scale: Scale;
  readonly rounds: number;
  readonly profileFolder: string | undefined;
  /** Is told what runs now. */
  readonly report: (progress: string) => void;
}

/** Runs one scenario with all cases, a case's failure being its own. */
export async function runScenario(
  scenario: Scenario,
  cases: readonly Case[],
  settings: RunSettings,
): Promise<ScenarioResults> {
  const included = cases.filter((each) => takesPart(scenario, each));
  const collector = new RowCollector(scenario.name, included, nameOf);
  const obstacle = scenario.findObstacle?.(settings.scale);
  if (obstacle !== undefined) for (const each of included) collector.fail(each, new Error(obstacle));
  else if (scenario.processes === 'kept') await runKept(scenario, collector, settings);
  else await runFresh(scenario, collector, settings);
  return collector.finish();
}

function takesPart(scenario: Scenario, { variant, superjson }: Case): boolean {
  return (variant.onlyIn ?? scenario.name) === scenario.name && scenario.includes(variant, superjson);
}

/** All cases are warm before the first is measured, then each round measures all. */
async function runKept(scenario: Scenario, collector: RowCollector<Case>, settings: RunSettings): Promise<void> {
  const pairs: Pair[] = [];
  try {
    for (const each of collector.healthyCases) {
      settings.report(`${scenario.name}: warming up ${nameOf(each)}`);
      await collector.attempt(each, async () => {
        const pair = await openPair(scenario, each, settings);
        pairs.push(pair);
        await scenario.warmUp(pair, settings.scale);
      });
    }
    for (let round = 1; round <= roundsOf(scenario, settings); round += 1) {
      for (const each of collector.healthyCases) {
        settings.report(`${scenario.name}: round ${round}, ${nameOf(each)}`);
        const pair = pairs.find((candidate) => candidate.case === each);
        if (pair !== undefined) await measure(scenario, pair, collector, settings);
      }
    }
  } finally {
    await Promise.all(pairs.map((pair) => pair.close()));
  }
}

async function runFresh(scenario: Scenario, collector: RowCollector<Case>, settings: RunSettings): Promise<void> {
  for (let round = 1; round <= roundsOf(scenario, settings); round += 1) {
    for (const each of collector.healthyCases) {
      settings.report(`${scenario.name}: round ${round}, ${nameOf(each)}`);
      await collector.attempt(each, async () => {
        const pair = await openPair(scenario, each, settings);
        try {
          await scenario.warmUp(pair, settings.scale);
          await measure(scenario, pair, collector, settings);
        } finally {
          await pair.close();
        }
      });
    }
  }
}

function roundsOf({ maxRounds }: Scenario, { rounds }: RunSettings): number {
  return Math.min(rounds, maxRounds ?? rounds);
}

function openPair({ compression }: Scenario, each: Case, { built, profileFolder }: RunSettings): Promise<Pair> {
  return Pair.open(each, { built, profileFolder, compression });
}

async function measure(
  scenario: Scenario,
  pair: Pair,
  collector: RowCollector<Case>,
  { scale }: RunSettings,
): Promise<void> {
  await collector.attempt(pair.case, async () => {
    const sample: Sample = await scenario.measure(pair, scale);
    collector.add(pair.case, sample);
  });
}
