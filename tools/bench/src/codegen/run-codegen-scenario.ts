import type { ScenarioResults } from '../report/results.js';
import { RowCollector } from '../report/row-collector.js';
import type { CodegenScenario } from './codegen-scenario.js';
import type { CodegenWorkspace } from './codegen-workspace.js';

export interface CodegenRunSettings {
  readonly workspace: CodegenWorkspace;
  readonly rounds: number;
  /** Is told what runs now. */
  readonly report: (progress: string) => void;
}

/** Runs one scenario; each round measures all cases in turn, so that what disturbs the machine disturbs all alike. */
export async function runCodegenScenario(
  scenario: CodegenScenario,
  { workspace, rounds, report }: CodegenRunSettings,
): Promise<ScenarioResults> {
  const { name, cases, maxRounds = rounds } = scenario;
  const collector = new RowCollector(name, cases, (each) => each.name);
  report(`${name}: making ready`);
  try {
    const session = await scenario.open(workspace);
    try {
      for (let round = 1; round <= Math.min(rounds, maxRounds); round += 1) {
        for (const each of collector.healthyCases) {
          report(`${name}: round ${round}, ${each.name}`);
          await collector.attempt(each, async () => collector.add(each, await session.measure(each.name)));
        }
      }
    } finally {
      await session.close();
    }
  } catch (thrown) {
    for (const each of cases) collector.fail(each, thrown);
  }
  return collector.finish();
}
