import type { Goal } from './goals.js';
import { findValues, type Results } from './results.js';
import { median, medianRatio } from './statistics.js';

/** A goal and what was reached. */
export interface Judgement {
  readonly goal: Goal;
  /** In the goal's own terms, a ratio or a number; undefined when it was not measured. */
  readonly reached: number | undefined;
  readonly isMet: boolean;
}

/** Judges the goals of what was run. A case that was to run and failed has missed its goal. */
export function judgeGoals(goals: readonly Goal[], results: Results): readonly Judgement[] {
  return goals.filter((goal) => wasAsked(goal, results)).map((goal) => judge(goal, results));
}

function wasAsked({ scenario, case: caseName, relativeTo = caseName }: Goal, { scenarios }: Results): boolean {
  const measured = scenarios.find(({ name }) => name === scenario);
  const cases = [...(measured?.rows ?? []), ...(measured?.problems ?? [])].map((entry) => entry.case);
  return cases.includes(caseName) && cases.includes(relativeTo);
}

function judge(goal: Goal, results: Results): Judgement {
  const reached = findReached(goal, results);
  const isMet = reached !== undefined && (goal.bound === 'at least' ? reached >= goal.limit : reached <= goal.limit);
  return { goal, reached, isMet };
}

function findReached(goal: Goal, results: Results): number | undefined {
  const values = findValues(results, goal);
  if (values === undefined) return undefined;
  if (goal.relativeTo === undefined) return median(values);
  const others = findValues(results, {
    ...goal,
    case: goal.relativeTo,
    metric: goal.relativeMetric ?? goal.metric,
  });
  return others === undefined ? undefined : medianRatio(values, others);
}

/** What a goal's number counts, in words; empty for the metric's own unit. */
export function unitOf({ relativeTo, relativeMetric }: Goal): string {
  if (relativeTo === undefined) return '';
  return relativeMetric === undefined ? ` × ${relativeTo}` : ` × ${relativeMetric} of ${relativeTo}`;
}

/** The judgement as a sentence for people. */
export function describeJudgement({ goal, reached, isMet }: Judgement): string {
  const { scenario, metric, case: caseName, limit, bound = 'at most' } = goal;
  const unit = unitOf(goal);
  const found = reached === undefined ? 'not measured' : `${Number(reached.toPrecision(3))}${unit}`;
  return `${isMet ? 'met' : 'MISSED'}  ${scenario} ${metric} of ${caseName}: ${found}, goal ${bound} ${limit}${unit}`;
}
