import type { BenchOptions } from '../command-line.js';
import type { ScenarioResults } from '../report/results.js';
import type { CodegenScenario } from './codegen-scenario.js';
import { CodegenWorkspace } from './codegen-workspace.js';
import type { FrontEndSize } from './front-end-sources.js';
import { runCodegenScenario } from './run-codegen-scenario.js';

const fullSize: FrontEndSize = { procedureCount: 500, screenCount: 5 };
const quickSize: FrontEndSize = { procedureCount: 20, screenCount: 1 };

/** Runs scenarios about generated clients, all in one workspace, which is gone when it settles. */
export async function runCodegen(
  chosen: readonly CodegenScenario[],
  benchRoot: string,
  { isQuick, rounds, profileFolder }: BenchOptions,
  report: (progress: string) => void,
): Promise<readonly ScenarioResults[]> {
  if (chosen.length === 0) return [];
  report('building what generates');
  const workspace = await CodegenWorkspace.create(benchRoot, { ...(isQuick ? quickSize : fullSize), profileFolder });
  try {
    const results: ScenarioResults[] = [];
    for (const scenario of chosen) results.push(await runCodegenScenario(scenario, { workspace, rounds, report }));
    return results;
  } finally {
    workspace.remove();
  }
}
