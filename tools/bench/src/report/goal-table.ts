import type { Goal } from './goals.js';
import { type Judgement, judgeGoals, unitOf } from './judge-goals.js';
import type { Results } from './results.js';
import { formatNumber } from './table.js';

/** Renders the goals as a Markdown table. */
export function renderGoals(goals: readonly Goal[], results: Results): string {
  const lines = judgeGoals(goals, results).map(renderLine);
  return ['| scenario | what | whose | goal | reached | |', '|---|---|---|---:|---:|---|', ...lines].join('\n');
}

function renderLine({ goal, reached, isMet }: Judgement): string {
  const { scenario, metric, case: caseName, limit, bound } = goal;
  const unit = unitOf(goal);
  const sign = bound === 'at least' ? '≥' : '≤';
  const found = reached === undefined ? 'not measured' : `${formatNumber(reached)}${unit}`;
  return `| ${scenario} | ${metric} | ${caseName} | ${sign} ${formatNumber(limit)}${unit} | ${found} | ${isMet ? 'met' : '**missed**'} |`;
}
