import type { Metric, Scenario } from '../scenarios/scenario.js';
import { type Case, nameOf } from '../variants/variant.js';
import type { Results, Row, ScenarioResults } from './results.js';
import { median, medianRatio } from './statistics.js';

/** What the table needs to know of scenarios: their order, titles and metrics. */
export interface TableScenario extends Pick<Scenario, 'name' | 'title' | 'metrics'> {
  /** Its rows, where they are not those of the variants. */
  readonly cases?: readonly NamedCase[];
}

/** A row: how it is called in results, and in the table. */
export interface NamedCase {
  readonly name: string;
  readonly title: string;
}

/** Renders results as Markdown, a table for each scenario. Each value is followed by its ratio to the baseline, the first case. */
export function renderTables(results: Results, scenarios: readonly TableScenario[], cases: readonly Case[]): string {
  return scenarios
    .flatMap((scenario) => {
      const measured = results.scenarios.find(({ name }) => name === scenario.name);
      if (measured === undefined) return [];
      const rows = scenario.cases ?? cases.map((each) => ({ name: nameOf(each), title: titleOf(each) }));
      return [renderTable(scenario, measured, rows)];
    })
    .join('\n\n');
}

function renderTable(
  scenario: TableScenario,
  { rows, problems }: ScenarioResults,
  cases: readonly NamedCase[],
): string {
  const [first] = cases;
  const baseline = first === undefined ? undefined : rows.find((row) => row.case === first.name);
  const columns = scenario.metrics.map(({ title, unit }) => (unit === '' ? title : `${title}, ${unit}`));
  const lines = cases.flatMap((each) => {
    const row = rows.find((candidate) => candidate.case === each.name);
    return row === undefined ? [] : [renderRow(each.title, row, scenario.metrics, baseline)];
  });
  const remarks = problems.map(({ case: caseName, message }) => `- ${caseName}: ${message.split('\n')[0]}`);
  return [
    `### ${scenario.title}`,
    '',
    `| | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => '---:|').join('')}`,
    ...lines,
    ...(remarks.length > 0 ? ['', ...remarks] : []),
  ].join('\n');
}

function titleOf({ variant, superjson }: Case): string {
  return superjson ? `${variant.title}, superjson` : variant.title;
}

function renderRow(title: string, row: Row, metrics: readonly Metric[], baseline: Row | undefined): string {
  const cells = metrics.map(({ name }) => {
    const values = row.values[name];
    if (values === undefined) return '–';
    const others = row === baseline ? undefined : baseline?.values[name];
    const value = formatNumber(median(values));
    return others === undefined ? value : `${value} (${formatRatio(medianRatio(values, others))})`;
  });
  return `| ${title} | ${cells.join(' | ')} |`;
}

function formatRatio(ratio: number): string {
  return Number.isFinite(ratio) ? `${formatNumber(ratio)} ×` : '–';
}

/** Three digits are more than such a measurement knows. */
export function formatNumber(value: number): string {
  const rounded =
    Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(2 + Number(Math.abs(value) >= 1)));
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 4 });
}
