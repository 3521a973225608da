import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listCases, variants } from '../variants/catalogue.js';
import { replaceTables } from './document.js';
import { renderGoals } from './goal-table.js';
import { goals } from './goals.js';
import { mergeResults, type Results } from './results.js';
import { stringifyResults } from './stringify-results.js';
import { renderTables } from './table.js';
import { tableScenarios } from './table-scenarios.js';

/** Writes docs/performance.json and the tables in docs/performance.md. Scenarios that did not run keep their last results. */
export function updateDocument(folder: string, results: Results): void {
  const jsonPath = join(folder, 'performance.json');
  const documentPath = join(folder, 'performance.md');
  const all = existsSync(jsonPath)
    ? mergeResults(
        readResults(jsonPath),
        results,
        tableScenarios.map(({ name }) => name),
      )
    : results;
  writeFileSync(jsonPath, stringifyResults(all));
  writeFileSync(documentPath, replaceTables(readFileSync(documentPath, 'utf8'), renderReport(all)));
  // The repository's check of formatting covers both files, and only its formatter knows how it aligns tables.
  execFileSync('npx', ['biome', 'format', '--write', jsonPath, documentPath], { stdio: 'ignore' });
}

/** Everything of the document that is made from results. */
export function renderReport(results: Results): string {
  const { node, cpu, cpuCount, platform } = results.machine;
  return [
    `Node ${node}, ${platform}, ${cpuCount} × ${cpu}.`,
    renderTables(results, tableScenarios, listCases(variants.map(({ name }) => name))),
    '### Goals',
    renderGoals(goals, results),
  ].join('\n\n');
}

export function readResults(path: string): Results {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Only updateDocument writes this file.
  return JSON.parse(readFileSync(path, 'utf8')) as Results;
}
