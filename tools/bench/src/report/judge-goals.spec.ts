import { describe, expect, it } from '@jest/globals';
import { scenarios } from '../scenarios/catalogue.js';
import { listCases, variants } from '../variants/catalogue.js';
import { nameOf } from '../variants/variant.js';
import { type Goal, goals } from './goals.js';
import { describeJudgement, judgeGoals } from './judge-goals.js';
import type { Results, Row } from './results.js';
import { tableScenarios } from './table-scenarios.js';

const machine = { node: '20', cpu: 'a', cpuCount: 2, platform: 'linux x64' };
const goal: Goal = { scenario: 'calls', metric: 'serverCpu', case: 'trunkline', limit: 0.75, relativeTo: 'ws' };

function check(asked: Goal, rows: readonly Row[], failedCases: readonly string[] = []) {
  const problems = failedCases.map((name) => ({ case: name, message: 'It broke.' }));
  const results: Results = { machine, scenarios: [{ name: 'calls', rows, problems }] };
  return judgeGoals([asked], results).map((judgement) => describeJudgement(judgement));
}

const row = (name: string, ...serverCpu: number[]): Row => ({ case: name, values: { serverCpu } });

describe('judgeGoals', () => {
  it('meets a ratio at its limit and misses it above', () => {
    expect(check(goal, [row('ws', 4), row('trunkline', 3)])).toEqual([
      'met  calls serverCpu of trunkline: 0.75 × ws, goal at most 0.75 × ws',
    ]);
    expect(check(goal, [row('ws', 4), row('trunkline', 3.1)])).toEqual([
      'MISSED  calls serverCpu of trunkline: 0.775 × ws, goal at most 0.75 × ws',
    ]);
  });

  it('compares with another metric of the other case where the goal names one', () => {
    const other: Goal = { ...goal, relativeTo: 'trpc', relativeMetric: 'tracked', limit: 1 };
    const rows = [row('trunkline', 3), { case: 'trpc', values: { serverCpu: [1], tracked: [6] } }];
    expect(check(other, rows)).toEqual([
      'met  calls serverCpu of trunkline: 0.5 × tracked of trpc, goal at most 1 × tracked of trpc',
    ]);
  });

  it("judges a limit in the metric's own unit", () => {
    const absolute: Goal = { scenario: 'calls', metric: 'serverCpu', case: 'trunkline', limit: 16 };
    expect(check(absolute, [row('trunkline', 7, 20, 9)])).toEqual([
      'met  calls serverCpu of trunkline: 9, goal at most 16',
    ]);
  });

  it('judges what has to be reached at least', () => {
    const least: Goal = { scenario: 'calls', metric: 'serverCpu', case: 'trunkline', limit: 10, bound: 'at least' };
    expect(check(least, [row('trunkline', 9)])).toEqual(['MISSED  calls serverCpu of trunkline: 9, goal at least 10']);
  });

  it('counts a case that failed as missed, also where it is the measure', () => {
    expect(check(goal, [row('ws', 4)], ['trunkline'])).toEqual([
      'MISSED  calls serverCpu of trunkline: not measured, goal at most 0.75 × ws',
    ]);
    expect(check(goal, [row('trunkline', 4)], ['ws'])).toHaveLength(1);
  });

  it('passes over what was not asked for', () => {
    expect(check(goal, [row('ws', 4)])).toEqual([]);
    expect(check({ ...goal, scenario: 'other' }, [row('ws', 4), row('trunkline', 3)])).toEqual([]);
  });
});

describe('goals', () => {
  const names = listCases(variants.map(({ name }) => name));

  it.each(goals)('name what is measured: $scenario $metric of $case', (each) => {
    const ofVariants = scenarios.find(({ name }) => name === each.scenario);
    const scenario = tableScenarios.find(({ name }) => name === each.scenario);
    const included = names.filter(({ variant, superjson }) => ofVariants?.includes(variant, superjson));
    const measured = scenario?.cases?.map(({ name }) => name) ?? included.map((known) => nameOf(known));
    const metrics = scenario?.metrics.map(({ name }) => name);
    expect(metrics).toContain(each.metric);
    expect(metrics).toContain(each.relativeMetric ?? each.metric);
    expect(measured).toContain(each.case);
    expect(measured).toContain(each.relativeTo ?? each.case);
  });
});
