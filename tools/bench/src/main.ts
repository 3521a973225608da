import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BenchOptions, parseCommandLine, usage } from './command-line.js';
import { goals } from './report/goals.js';
import { describeJudgement, judgeGoals } from './report/judge-goals.js';
import { ProgressLine } from './report/progress-line.js';
import type { Results } from './report/results.js';
import { renderTables } from './report/table.js';
import { tableScenarios } from './report/table-scenarios.js';
import { updateDocument } from './report/update-document.js';
import { runBench } from './run-bench.js';
import { listCases, variants } from './variants/catalogue.js';

const benchRoot = dirname(dirname(fileURLToPath(import.meta.url)));
const documentFolder = join(dirname(dirname(benchRoot)), 'docs');

const options = readOptions();
if (options !== undefined) {
  const progress = new ProgressLine(process.stderr);
  const results = await runBench(benchRoot, options, (text) => progress.show(text));
  progress.clear();
  present(results, options);
}

function readOptions(): BenchOptions | undefined {
  try {
    return parseCommandLine(process.argv.slice(2), {
      scenarios: tableScenarios.map(({ name }) => name),
      variants: variants.map(({ name }) => name),
    });
  } catch (error) {
    console.error(`bench: ${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exitCode = 2;
    return undefined;
  }
}

function present(results: Results, { isWritten, isCheck, jsonPath }: BenchOptions): void {
  console.log(renderTables(results, tableScenarios, listCases(variants.map(({ name }) => name))));
  const judgements = judgeGoals(goals, results);
  console.log(`\n${judgements.map(describeJudgement).join('\n')}`);
  if (jsonPath !== undefined) writeFileSync(jsonPath, `${JSON.stringify(results, undefined, 2)}\n`);
  if (isWritten) updateDocument(documentFolder, results);
  const missed = judgements.filter(({ isMet }) => !isMet);
  const problems = results.scenarios.flatMap(({ name, problems }) =>
    problems.map(({ case: caseName, message }) => `${name}, ${caseName}: ${message}`),
  );
  if (problems.length > 0) console.error(`\nDid not run:\n${problems.join('\n')}`);
  if (missed.length > 0) console.log(`\n${missed.length} of ${judgements.length} goals are missed.`);
  if (problems.length > 0 || (isCheck && missed.length > 0)) process.exitCode = 1;
}
